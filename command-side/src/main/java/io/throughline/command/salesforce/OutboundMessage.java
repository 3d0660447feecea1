package io.throughline.command.salesforce;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An Outbound Message (SOAP, {@code notifications} of {@code
 * http://soap.sforce.com/2005/09/outbound}; at most 100 notifications each).
 *
 * @param organizationId of the org that sends it
 */
record OutboundMessage(String organizationId, List<Notification> notifications) {
  static final String NAMESPACE = "http://soap.sforce.com/2005/09/outbound";

  private static final XMLInputFactory XML = factory();

  /**
   * What it says of one record.
   *
   * @param id of the notification: the same when it is sent again
   * @param type {@code Order_Intent__c}, {@code Account}
   * @param fields by name
   */
  record Notification(String id, String type, Map<String, String> fields) {}

  /** No document type, no entity of anybody's: a message is elements and text. */
  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /**
   * @throws IllegalArgumentException if it is no such message
   */
  static OutboundMessage parse(byte[] body) {
    try {
      return new Parser(XML.createXMLStreamReader(new ByteArrayInputStream(body))).message();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          "This is no Outbound Message: send the SOAP envelope as Salesforce makes it.", e);
    }
  }

  private static final class Parser {
    private final XMLStreamReader reader;
    private final List<Notification> notifications = new ArrayList<>();
    private String organization = "";

    Parser(XMLStreamReader reader) {
      this.reader = reader;
    }

    OutboundMessage message() throws XMLStreamException {
      var isMessage = false;
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new XMLStreamException("A document type or an entity.");
        }
        if (event == XMLStreamConstants.START_ELEMENT
            && NAMESPACE.equals(reader.getNamespaceURI())) {
          switch (reader.getLocalName()) {
            case "notifications" -> isMessage = true;
            case "OrganizationId" -> organization = reader.getElementText().strip();
            case "Notification" -> notifications.add(notification());
            default -> {}
          }
        }
      }
      if (!isMessage || organization.isEmpty()) {
        throw new XMLStreamException("It has no notifications of an org.");
      }
      return new OutboundMessage(organization, List.copyOf(notifications));
    }

    private Notification notification() throws XMLStreamException {
      var id = "";
      var type = "";
      var fields = new HashMap<String, String>();
      var isWithin = false;
      while (reader.hasNext()) {
        var event = reader.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
          if (reader.getLocalName().equals("Notification")) {
            return new Notification(id, type, Map.copyOf(fields));
          }
          isWithin = isWithin && !reader.getLocalName().equals("sObject");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          if (isWithin) {
            fields.put(reader.getLocalName(), reader.getElementText().strip());
          } else if (reader.getLocalName().equals("Id")) {
            id = reader.getElementText().strip();
          } else if (reader.getLocalName().equals("sObject")) {
            type = type();
            isWithin = true;
          }
        }
      }
      throw new XMLStreamException("A notification has no end.");
    }

    /** {@code xsi:type="sf:Order_Intent__c"}. */
    private String type() {
      var type = reader.getAttributeValue("http://www.w3.org/2001/XMLSchema-instance", "type");
      return type == null ? "" : type.substring(type.indexOf(':') + 1);
    }
  }
}

package io.throughline.command.salesforce;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.throughline.command.platform.NotAllowed;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.platform.budget.CallScope;
import io.throughline.command.platform.budget.Lane;
import io.throughline.command.salesforce.EventTopic.AskedInVain;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Outbound Messages, for orgs whose flows send them. Nothing in one is believed but that there is
 * something to read: nobody signs them, so the records are read from the org itself. A message is
 * acknowledged when what it is about is durable; until then, Salesforce sends it again, and one
 * that comes twice finds its intents decided.
 */
@RestController
@Tag(name = "Webhooks")
@ConditionalOnProperty("throughline.salesforce.login-url")
class OutboundMessageEndpoint {
  private static final Logger log = LoggerFactory.getLogger(OutboundMessageEndpoint.class);

  /** Of an org's id: the last three of its 18 characters only repeat the first 15. */
  private static final int SIGNIFICANT = 15;

  private static final String ACK =
      """
      <?xml version="1.0" encoding="UTF-8"?>\
      <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>\
      <notificationsResponse xmlns="%s"><Ack>%s</Ack></notificationsResponse>\
      </soapenv:Body></soapenv:Envelope>\
      """;

  private final Intents intents;
  private final Accounts accounts;
  private final SalesforceProperties properties;

  OutboundMessageEndpoint(Intents intents, Accounts accounts, SalesforceProperties properties) {
    this.intents = intents;
    this.accounts = accounts;
    this.properties = properties;
  }

  /** Another org than ours. */
  private static final class StrangeOrg extends NotAllowed {
    private static final long serialVersionUID = 1L;

    StrangeOrg(String org) {
      super("The org " + org + " is not the one that throughline.salesforce.org-id names.");
    }
  }

  @PostMapping(
      path = "/api/v1/webhooks/salesforce/outbound-messages",
      consumes = {MediaType.TEXT_XML_VALUE, MediaType.APPLICATION_XML_VALUE},
      produces = MediaType.TEXT_XML_VALUE)
  @Operation(
      summary = "Take an Outbound Message of Salesforce",
      description =
          "SOAP. About Order_Intent__c (with Intent_Id__c) and Account; what they are about is read"
              + " from the org. Ack is true once that is durable.")
  ResponseEntity<String> receive(@RequestBody byte[] body) {
    var message = OutboundMessage.parse(body);
    if (!significant(message.organizationId()).equals(significant(properties.orgId()))) {
      throw new StrangeOrg(message.organizationId());
    }
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_XML)
        .body(
            ACK.formatted(
                OutboundMessage.NAMESPACE,
                CallScope.within(Lane.WORKFLOW, () -> isDurable(message))));
  }

  private static String significant(String orgId) {
    return orgId.length() > SIGNIFICANT ? orgId.substring(0, SIGNIFICANT) : orgId;
  }

  private boolean isDurable(OutboundMessage message) {
    try {
      var wanted = fields(message, IntentRecord.TYPE, IntentRecord.EXTERNAL_ID);
      if (!wanted.isEmpty()) {
        intents.take(wanted);
      }
      var changed = fields(message, "Account", "Id");
      if (!changed.isEmpty()) {
        accounts.reader().read(changed);
      }
      return true;
    } catch (AskedInVain | CallHeld | DataAccessException e) {
      log.warn("An Outbound Message is not acknowledged: {}", e.getMessage());
      return false;
    }
  }

  private static Set<String> fields(OutboundMessage message, String type, String field) {
    var values = new LinkedHashSet<String>();
    message.notifications().stream()
        .filter(it -> it.type().equals(type))
        .map(it -> it.fields().getOrDefault(field, ""))
        .filter(it -> !it.isEmpty())
        .forEach(values::add);
    return values;
  }
}

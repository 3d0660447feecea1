package io.throughline.command.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundMessageTest {

  /**
   * @param notifications elements
   */
  static String message(String org, String notifications) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
      xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
     <soapenv:Body>
      <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
       <OrganizationId>%s</OrganizationId>
       <ActionId>04k000000000001AAA</ActionId>
       <SessionId xsi:nil="true"/>
       <EnterpriseUrl>https://acme.my.salesforce.com/services/Soap/c/64.0</EnterpriseUrl>
       <PartnerUrl>https://acme.my.salesforce.com/services/Soap/u/64.0</PartnerUrl>
       %s
      </notifications>
     </soapenv:Body>
    </soapenv:Envelope>\
    """
        .formatted(org, notifications);
  }

  static String about(String id, String intent) {
    return """
    <Notification><Id>%s</Id>
     <sObject xsi:type="sf:Order_Intent__c" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
      <sf:Id>a01000000000001AAA</sf:Id><sf:Intent_Id__c>%s</sf:Intent_Id__c>
     </sObject>
    </Notification>\
    """
        .formatted(id, intent);
  }

  private static OutboundMessage parse(String text) {
    return OutboundMessage.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aMessageIsReadWithAllThatItNotifiesOf() {
    var message =
        parse(
            message("00D000000000001EAA", about("04l1", "I-1 &amp; more") + about("04l2", "I-2")));

    assertThat(message.organizationId()).isEqualTo("00D000000000001EAA");
    assertThat(message.notifications()).hasSize(2);
    assertThat(message.notifications().getFirst())
        .satisfies(
            it -> {
              assertThat(it.id()).isEqualTo("04l1");
              assertThat(it.type()).isEqualTo("Order_Intent__c");
              assertThat(it.fields())
                  .containsEntry("Intent_Id__c", "I-1 & more")
                  .containsEntry("Id", "a01000000000001AAA");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no XML",
        "<notifications/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
        "<notifications xmlns=\"http://soap.sforce.com/2005/09/outbound\"><Notification>"
      })
  void whatIsNoMessageIsRefusedInOneSentence(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("This is no Outbound Message");
  }

  @Test
  void anEntityOfTheirsIsNeverResolved() {
    var text =
        message("00D000000000001EAA", about("04l1", "&e;"))
            .replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>");

    assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

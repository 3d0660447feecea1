package io.throughline.command.salesforce;

import io.throughline.command.customer.Particulars;
import io.throughline.kernel.Address;
import io.throughline.kernel.customer.CustomerField;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An account and its first contact: how a customer is read from them, and written into them. The
 * two are each other's mirror: what is written is what is read next.
 *
 * @param contact the first that the account got, if it has any
 */
record AccountRecord(JsonNode account, @Nullable JsonNode contact) {
  static final String ACCOUNT_FIELDS =
      "Id, Name, AccountNumber, Phone, OwnerId, CurrencyIsoCode, BillingStreet, BillingCity,"
          + " BillingState, BillingPostalCode, BillingCountryCode, LastModifiedDate";
  static final String CONTACT_FIELDS = "Id, AccountId, Name, Email, Phone, LastModifiedDate";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

  /**
   * What one record is to say otherwise.
   *
   * @param fields null empties one
   * @param readAt when the record was last modified as it was read: it is left alone if it has been
   *     since (the org's wall time, whole seconds count)
   */
  record Update(String type, String id, Map<String, @Nullable String> fields, Instant readAt) {}

  String id() {
    return account.path("Id").asString("");
  }

  String number() {
    return account.path("AccountNumber").asString("");
  }

  /**
   * @throws IllegalArgumentException naming the field that is missing
   */
  Particulars particulars() {
    return new Particulars(
        required("Name"),
        ofContact("Name"),
        ofContact("Email"),
        phone(),
        new Address(
            required("Name"),
            required("BillingStreet"),
            required("BillingCity"),
            text(account, "BillingState"),
            text(account, "BillingPostalCode"),
            required("BillingCountryCode")),
        Currency.getInstance(required("CurrencyIsoCode")),
        required("OwnerId"));
  }

  private @Nullable String phone() {
    var own = text(account, "Phone");
    return own == null ? ofContact("Phone") : own;
  }

  /** Whether there is a place for the field: an account itself has no e-mail address. */
  boolean holds(CustomerField field) {
    return field != CustomerField.EMAIL || contact != null;
  }

  /**
   * What has to be written so that these fields are read as the customer has them; nothing where
   * they are already. A phone number that is no more is blanked wherever it would be read from.
   */
  List<Update> updates(CustomerRecord customer, Set<CustomerField> fields) {
    var ofAccount = new LinkedHashMap<String, @Nullable String>();
    var ofContact = new LinkedHashMap<String, @Nullable String>();
    for (var field : CustomerField.values()) {
      if (fields.contains(field)) {
        switch (field) {
          case NAME -> put(ofAccount, account, "Name", customer.name());
          case EMAIL -> put(ofContact, contact, "Email", customer.email());
          case PHONE -> {
            if (!Objects.equals(customer.phone(), phone())) {
              put(ofAccount, account, "Phone", customer.phone());
            }
            if (customer.phone() == null) {
              put(ofContact, contact, "Phone", null);
            }
          }
          case BILL_TO -> {
            var address = customer.billTo();
            put(ofAccount, account, "BillingStreet", address.street());
            put(ofAccount, account, "BillingCity", address.city());
            put(ofAccount, account, "BillingState", address.region());
            put(ofAccount, account, "BillingPostalCode", address.postalCode());
            put(ofAccount, account, "BillingCountryCode", address.country());
          }
          case ON_HOLD -> {} // the ERP's alone
        }
      }
    }
    var updates = new ArrayList<Update>();
    if (!ofAccount.isEmpty()) {
      updates.add(new Update("Account", id(), ofAccount, modified(account)));
    }
    if (contact != null && !ofContact.isEmpty()) {
      updates.add(
          new Update("Contact", contact.path("Id").asString(""), ofContact, modified(contact)));
    }
    return updates;
  }

  private static void put(
      Map<String, @Nullable String> fields,
      @Nullable JsonNode row,
      String field,
      @Nullable String value) {
    if (row != null && !Objects.equals(text(row, field), value)) {
      fields.put(field, value);
    }
  }

  private static Instant modified(JsonNode row) {
    return OffsetDateTime.parse(row.path("LastModifiedDate").asString(""), TIME).toInstant();
  }

  private String required(String field) {
    var value = text(account, field);
    if (value == null) {
      throw new IllegalArgumentException("The account's " + field + " is empty.");
    }
    return value;
  }

  private @Nullable String ofContact(String field) {
    return contact == null ? null : text(contact, field);
  }

  private static @Nullable String text(JsonNode row, String field) {
    var value = row.path(field).asString("").strip();
    return value.isEmpty() ? null : value;
  }
}

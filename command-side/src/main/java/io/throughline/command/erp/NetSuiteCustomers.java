package io.throughline.command.erp;

import io.throughline.command.erp.Erp.ErpCustomer;
import io.throughline.command.platform.Answer;
import io.throughline.kernel.Address;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.customer.CustomerField;
import io.throughline.kernel.customer.FieldValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers in NetSuite, known there by our id. A put names only what is to change: NetSuite leaves
 * the rest, and has no ETag by which a write could be refused that comes too late.
 */
final class NetSuiteCustomers implements ErpCustomers {
  private static final String TYPE = "customer";

  private final NetSuiteClient client;
  private final JsonMapper json = JsonMapper.builder().build();

  NetSuiteCustomers(NetSuiteClient client) {
    this.client = client;
  }

  @Override
  public Answer<Optional<CustomerInErp>> customer(CustomerId customerId) {
    return client.get(TYPE, customerId.value(), NetSuiteCustomers::customer);
  }

  private static CustomerInErp customer(JsonNode record) {
    var stated = new EnumMap<CustomerField, FieldValue>(CustomerField.class);
    stated.put(CustomerField.NAME, FieldValue.of(record.path("companyName").asString("")));
    stated.put(CustomerField.EMAIL, FieldValue.of(record.path("email").asString("")));
    stated.put(CustomerField.PHONE, FieldValue.of(record.path("phone").asString("")));
    stated.put(
        CustomerField.ON_HOLD,
        FieldValue.of(Boolean.toString(record.path("isInactive").asBoolean(false))));
    var address = record.path("defaultAddress");
    if (address.isObject()) {
      stated.put(CustomerField.BILL_TO, FieldValue.of(address(address)));
    }
    return new CustomerInErp(record.path("id").asString(), Map.copyOf(stated));
  }

  private static Address address(JsonNode node) {
    return new Address(
        node.path("addressee").asString(""),
        node.path("addr1").asString(""),
        node.path("city").asString(""),
        orNull(node, "state"),
        orNull(node, "zip"),
        node.path("country").path("refName").asString(""));
  }

  private static @Nullable String orNull(JsonNode node, String field) {
    var text = node.path(field).asString("");
    return text.isBlank() ? null : text;
  }

  @Override
  public Answer<String> putCustomer(
      ErpCustomer customer, Set<CustomerField> fields, @Nullable CustomerId parent) {
    var body = json.createObjectNode();
    for (var field : fields) {
      switch (field) {
        case NAME -> body.put("companyName", customer.name());
        case EMAIL -> body.put("email", customer.email());
        case PHONE -> body.put("phone", customer.phone());
        case BILL_TO -> body.set("defaultAddress", NetSuiteRecords.address(customer.billTo()));
        case ON_HOLD -> {} // the ERP's own
      }
    }
    body.putObject("currency").put("refName", customer.currency().getCurrencyCode());
    if (parent != null) {
      body.putObject("parent").put("externalId", parent.value());
    }
    return client.put(TYPE, customer.customerId().value(), body);
  }

  @Override
  public Answer<String> linkCustomer(CustomerId customerId, String erpCustomerId) {
    var body = json.createObjectNode().put("externalId", customerId.value());
    return client.patchById(TYPE, erpCustomerId, body).map(_ -> erpCustomerId);
  }

  @Override
  public Answer<Boolean> retireCustomer(CustomerId customerId) {
    return customer(customerId)
        .then(
            found ->
                found.isEmpty()
                    ? new Answer.Done<>(false)
                    : client
                        .put(
                            TYPE,
                            customerId.value(),
                            json.createObjectNode().put("isInactive", true))
                        .map(_ -> true));
  }
}

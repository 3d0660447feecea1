package io.throughline.local.input;

import io.throughline.kernel.Address;
import io.throughline.kernel.BillingPeriod;
import io.throughline.kernel.CustomerId;
import io.throughline.kernel.DepositTerms;
import io.throughline.kernel.LineId;
import io.throughline.kernel.Money;
import io.throughline.kernel.OrderId;
import io.throughline.kernel.OrderLine;
import io.throughline.kernel.PartnerId;
import io.throughline.kernel.PriceBasis;
import io.throughline.kernel.ProductId;
import io.throughline.kernel.SaleTerms;
import io.throughline.kernel.ShipTo;
import io.throughline.kernel.ShipToKey;
import io.throughline.kernel.SubscriptionTerms;
import io.throughline.kernel.WarehouseId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads customers, products, orders and lines, in this order, so that each finds what it refers to.
 * A line that does not fit takes its order with it: an order is handed over whole or not at all.
 */
public final class InputReader {
  private static final String NOBODY = "unassigned";

  private final Mapping mapping;
  private final InputDirectory files;
  private final SequencedMap<CustomerId, Input.Customer> customers = new LinkedHashMap<>();
  private final SequencedMap<ProductId, Input.Product> products = new LinkedHashMap<>();
  private final SequencedMap<OrderId, Draft> drafts = new LinkedHashMap<>();

  /** Orders that were told of already; their lines are not told of again. */
  private final Set<OrderId> leftOut = new HashSet<>();

  private final List<Rejection> rejections = new ArrayList<>();

  private InputReader(Mapping mapping, InputDirectory files) {
    this.mapping = mapping;
    this.files = files;
  }

  /**
   * @throws InputRefused if a file or column that the mapping names is not there, or no order is
   *     left
   */
  public static Input read(Path directory, Mapping mapping) {
    return new InputReader(mapping, InputDirectory.open(directory, mapping)).read();
  }

  private Input read() {
    var sections = mapping.sections();
    each(sections.customer(), this::customer);
    each(sections.product(), this::product);
    each(sections.order(), this::order);
    each(sections.line(), this::line);
    var orders = drafts.values().stream().flatMap(draft -> whole(draft).stream()).toList();
    if (orders.isEmpty()) {
      var first =
          rejections.isEmpty()
              ? ""
              : " The first row that does not fit: " + rejections.getFirst() + ".";
      throw new InputRefused("The input holds no order that fits." + first);
    }
    return new Input(
        List.copyOf(customers.values()),
        List.copyOf(products.values()),
        orders,
        List.copyOf(rejections));
  }

  private void each(Section section, BiConsumer<Row, FieldValues> take) {
    files.forEach(section, row -> take.accept(row, new FieldValues(section, row)), rejections::add);
  }

  private void customer(Row row, FieldValues fields) {
    var id = fields.as("customerId", CustomerId::new);
    var section = mapping.sections().customer();
    if (isTaken(customers.get(id), section, fields, "customerId", id)) {
      return;
    }
    var name = fields.required("name");
    customers.put(
        id,
        new Input.Customer(
            id,
            name,
            fields.textOrNull("contact"),
            fields.textOrNull("email"),
            fields.textOrNull("phone"),
            fields.address("billTo", () -> name),
            fields.currency("currency"),
            fields.text("owner").orElse(NOBODY),
            fields.text("creditLimit").map(_ -> fields.atLeastZero("creditLimit"))));
  }

  private void product(Row row, FieldValues fields) {
    var id = fields.as("productId", ProductId::new);
    var section = mapping.sections().product();
    if (isTaken(products.get(id), section, fields, "productId", id)) {
      return;
    }
    products.put(
        id,
        new Input.Product(
            id,
            fields.text("name").orElse(id.value()),
            fields.atLeastZero("listPrice"),
            stock(section, fields),
            fields.flag("discontinued"),
            fields.text("reorderQuantity").map(_ -> fields.wholeAtLeast(1, "reorderQuantity"))));
  }

  private static SequencedMap<WarehouseId, Integer> stock(Section section, FieldValues fields) {
    var stock = new LinkedHashMap<WarehouseId, Integer>();
    for (var field : section.fields().keySet()) {
      if (field.startsWith(Entity.STOCK)) {
        var units = fields.text(field).isEmpty() ? 0 : fields.wholeAtLeast(0, field);
        stock.put(new WarehouseId(field.substring(Entity.STOCK.length())), units);
      }
    }
    return stock;
  }

  private void order(Row row, FieldValues fields) {
    var id = fields.as("orderId", OrderId::new);
    var section = mapping.sections().order();
    if (isTaken(drafts.get(id), section, fields, "orderId", id)) {
      return;
    }
    try {
      drafts.put(
          id,
          new Draft(
              row, Objects.requireNonNull(section.fields().get("orderId")), order(id, fields)));
    } catch (RowRefused refused) {
      leftOut.add(id);
      throw refused;
    }
  }

  private Input.Order order(OrderId id, FieldValues fields) {
    var customer =
        Optional.ofNullable(customers.get(fields.as("customerId", CustomerId::new)))
            .orElseThrow(
                () ->
                    fields.refused(
                        "customerId",
                        "no customer is called '" + fields.required("customerId") + "'"));
    return new Input.Order(
        id,
        customer.customerId(),
        fields.text("owner").orElse(NOBODY),
        new SaleTerms(
            fields.date("orderedOn"),
            fields.dateOrNull("requestedOn"),
            fields.currency("currency"),
            fields.as("priceBasis", InputReader::priceBasis),
            fields.required("taxRegion"),
            null,
            fields.text("partnerId").map(_ -> fields.as("partnerId", PartnerId::new)).orElse(null),
            deposit(fields),
            fields.address("shipTo", customer::name),
            List.of(),
            List.of()));
  }

  private static @Nullable DepositTerms deposit(FieldValues fields) {
    if (fields.text("deposit.share").isPresent()) {
      return DepositTerms.ofShare(fields.atLeastZero("deposit.share"));
    }
    return fields.text("deposit.amount").isPresent()
        ? DepositTerms.ofAmount(
            new Money(fields.atLeastZero("deposit.amount"), fields.currency("currency")))
        : null;
  }

  private static PriceBasis priceBasis(String text) {
    return Arrays.stream(PriceBasis.values())
        .filter(basis -> basis.name().equals(text.toUpperCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is neither LIST nor CONTRACT"));
  }

  private static BillingPeriod billingPeriod(String text) {
    return Arrays.stream(BillingPeriod.values())
        .filter(period -> period.name().equals(text.toUpperCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException("'" + text + "' is neither MONTH, QUARTER nor YEAR"));
  }

  private void line(Row row, FieldValues fields) {
    var orderId = fields.as("orderId", OrderId::new);
    if (leftOut.contains(orderId)) {
      return;
    }
    var draft = drafts.get(orderId);
    if (draft == null) {
      throw fields.refused("orderId", "no order is called '" + orderId + "'");
    }
    try {
      draft.add(line(draft, fields), fields);
    } catch (RowRefused refused) {
      drafts.remove(orderId);
      leftOut.add(orderId);
      throw refused.andSo("order " + orderId + " is left out with it");
    }
  }

  private static OrderLine line(Draft draft, FieldValues fields) {
    var id =
        fields
            .text("lineId")
            .map(_ -> fields.as("lineId", LineId::new))
            .orElseGet(draft::nextLineId);
    return new OrderLine(
        id,
        fields.as("productId", ProductId::new),
        fields.wholeAtLeast(1, "quantity"),
        new Money(fields.atLeastZero("unitPrice"), draft.order.terms().currency()),
        fields.fraction("discount"),
        fields.fraction("partnerDiscount"),
        shipTo(draft, fields),
        fields.dateOrNull("requestedOn"),
        subscription(fields));
  }

  /** The first row that names a key says its address; others may leave it out. */
  private static @Nullable ShipToKey shipTo(Draft draft, FieldValues fields) {
    if (fields.text("shipTo.key").isEmpty()) {
      return null;
    }
    var key = fields.as("shipTo.key", ShipToKey::new);
    draft.shipTos.computeIfAbsent(
        key, _ -> fields.address("shipTo", draft.order.terms().shipTo()::name));
    return key;
  }

  private static @Nullable SubscriptionTerms subscription(FieldValues fields) {
    return fields.text("subscription.billingPeriod").isEmpty()
        ? null
        : new SubscriptionTerms(
            fields.as("subscription.billingPeriod", InputReader::billingPeriod),
            fields.wholeAtLeast(1, "subscription.periods"),
            fields.dateOrNull("subscription.startsOn"),
            fields.flag("subscription.renews"));
  }

  private Optional<Input.Order> whole(Draft draft) {
    if (draft.lines.isEmpty()) {
      rejections.add(
          new Rejection(
              draft.row.file(), draft.row.line(), draft.idRule.column(), "the order has no lines"));
      return Optional.empty();
    }
    return Optional.of(draft.whole());
  }

  /** Whether another row gave this thing already, and may have. */
  private static boolean isTaken(
      @Nullable Object known, Section section, FieldValues fields, String field, Object id) {
    if (known == null) {
      return false;
    }
    if (!section.distinct()) {
      throw fields.refused(field, "'" + id + "' stands in an earlier row too");
    }
    return true;
  }

  /** An order whose lines are still to come. */
  private static final class Draft {
    private final Row row;
    private final FieldRule idRule;
    private final Input.Order order;
    private final Map<LineId, OrderLine> lines = new LinkedHashMap<>();
    private final SequencedMap<ShipToKey, Address> shipTos = new LinkedHashMap<>();

    Draft(Row row, FieldRule idRule, Input.Order order) {
      this.row = row;
      this.idRule = idRule;
      this.order = order;
    }

    LineId nextLineId() {
      return new LineId(Integer.toString(lines.size() + 1));
    }

    void add(OrderLine line, FieldValues fields) {
      if (lines.putIfAbsent(line.lineId(), line) != null) {
        throw fields.refused(
            "lineId", "order " + order.orderId() + " has a line '" + line.lineId() + "' already");
      }
    }

    Input.Order whole() {
      return new Input.Order(
          order.orderId(),
          order.customerId(),
          order.owner(),
          order
              .terms()
              .withFurtherShipTos(
                  shipTos.entrySet().stream()
                      .map(further -> new ShipTo(further.getKey(), further.getValue()))
                      .toList())
              .withLines(List.copyOf(lines.values())));
    }
  }
}

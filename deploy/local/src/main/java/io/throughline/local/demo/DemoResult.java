package io.throughline.local.demo;

import io.throughline.kernel.OrderId;
import java.util.List;

/**
 * What a demo came to.
 *
 * @param parked what waits for a person, by order
 * @param example an order worth a look
 */
public record DemoResult(DemoReport report, List<ParkedException> parked, OrderId example) {}

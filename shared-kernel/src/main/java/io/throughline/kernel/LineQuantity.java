package io.throughline.kernel;

/**
 * Some units of one order line.
 *
 * @param quantity in whole sales units, above zero
 */
public record LineQuantity(LineId lineId, int quantity) {}

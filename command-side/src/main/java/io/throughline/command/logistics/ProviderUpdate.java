package io.throughline.command.logistics;

/** What a provider says, told or asked for, whatever its words for it. */
public sealed interface ProviderUpdate permits ShipmentUpdate, ReturnUpdate {}

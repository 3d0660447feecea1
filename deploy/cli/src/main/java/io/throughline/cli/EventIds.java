package io.throughline.cli;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an event's id as a person gives it. */
final class EventIds implements ITypeConverter<UUID> {

  @Override
  public UUID convert(String value) {
    try {
      return UUID.fromString(value);
    } catch (IllegalArgumentException _) {
      throw new TypeConversionException("'" + value + "' is not a UUID");
    }
  }
}

package io.throughline.cli;

import io.throughline.kernel.Role;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Roles as people write them: in small letters. */
final class RoleNames implements ITypeConverter<Role>, Iterable<String> {
  private static final List<String> NAMES =
      Arrays.stream(Role.values()).map(Role::wireName).toList();

  @Override
  public Role convert(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.wireName().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "no role is called '" + name + "'; there are " + String.join(", ", NAMES)));
  }

  @Override
  public Iterator<String> iterator() {
    return NAMES.iterator();
  }
}

package io.throughline.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** As in the jar's manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version = Optional.ofNullable(Throughline.class.getPackage().getImplementationVersion());
    return new String[] {"throughline " + version.orElse("(not packaged)")};
  }
}

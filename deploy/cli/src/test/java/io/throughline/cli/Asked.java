package io.throughline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line answers. */
record Asked(int exitCode, String out, String err) {

  static Asked of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var code =
        Throughline.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Asked(code, out.toString(), err.toString());
  }
}

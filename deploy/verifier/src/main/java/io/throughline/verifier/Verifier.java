package io.throughline.verifier;

import io.throughline.kernel.proof.ProofRefused;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code java -jar throughline-verifier.jar}. Exit codes: 0 proven, 1 refused, 2 badly asked. */
public final class Verifier {
  private static final String USAGE =
      """
      usage: java -jar throughline-verifier.jar --pack DIR --key FILE
             java -jar throughline-verifier.jar --proof FILE --key FILE

      Checks a pack of events, or a proof of one event or of a log's growth, against the public key of the
      log's notary. The key must come from somebody you trust. Exit codes: 0 proven, 1 refused, 2 badly asked.
      """;
  private static final Set<String> OPTIONS = Set.of("--pack", "--proof", "--key");

  private Verifier() {}

  public static void main(String[] arguments) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(arguments, out, err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (arguments.length == 1 && (arguments[0].equals("--help") || arguments[0].equals("-h"))) {
      out.print(USAGE);
      return 0;
    }
    try {
      out.println(check(options(arguments)).text());
      return 0;
    } catch (BadlyAsked | InvalidPathException e) {
      err.println("verifier: " + e.getMessage() + ". See --help.");
      return 2;
    } catch (ProofRefused e) {
      err.println("Refused: " + Shown.text(String.valueOf(e.getMessage())) + ".");
      return 1;
    } catch (OutOfMemoryError e) {
      err.println("Refused: the file needs more memory than there is.");
      return 1;
    } catch (RuntimeException e) { // none is known; a person gets one line all the same
      err.println(
          "Refused: the file confuses the verifier (" + e.getClass().getSimpleName() + ").");
      return 1;
    }
  }

  private static Statement check(Map<String, Path> options) {
    var key = options.get("--key");
    var pack = options.get("--pack");
    var proof = options.get("--proof");
    if (key != null && pack != null && proof == null) {
      return PackCheck.of(pack, GivenFile.key(key), _ -> {});
    }
    if (key != null && proof != null && pack == null) {
      return ProofCheck.of(proof, GivenFile.key(key));
    }
    throw new BadlyAsked("Give --key and one of --pack and --proof");
  }

  private static Map<String, Path> options(String[] arguments) {
    var options = new HashMap<String, Path>();
    for (var i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i])) {
        throw new BadlyAsked("There is no option " + Shown.text(arguments[i]));
      }
      if (i + 1 == arguments.length) {
        throw new BadlyAsked("The option " + arguments[i] + " needs a value");
      }
      if (options.put(arguments[i], Path.of(arguments[i + 1])) != null) {
        throw new BadlyAsked("The option " + arguments[i] + " is there twice");
      }
    }
    return options;
  }

  private static final class BadlyAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadlyAsked(String message) {
      super(message);
    }
  }
}

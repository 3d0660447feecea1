package io.throughline.local.chaos;

import io.throughline.local.LocalRun;
import io.throughline.local.LocalRunRefused;
import io.throughline.local.LocalSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * One life of the run, in a JVM of its own. It is told its settings on its standard input, and
 * stops in order when that ends: with whoever started it, however that ends.
 */
public final class LifeProgram {
  private LifeProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var settings = JsonMapper.builder().build().readValue(input.readLine(), LocalSettings.class);
    try (var _ = LocalRun.start(settings)) {
      while (input.readLine() != null) {
        // nobody says anything more: the end of it is what counts
      }
    } catch (LocalRunRefused e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }
}

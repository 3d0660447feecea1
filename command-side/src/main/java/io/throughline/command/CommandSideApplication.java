package io.throughline.command;

import io.throughline.kernel.jvm.Carriers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command side: the command API, the aggregates, the fulfilment process and the adapters. */
@SpringBootApplication
public class CommandSideApplication {

  public static void main(String[] arguments) {
    var context = application().run(arguments);
    // one of Axon's threads would keep the JVM alive after the context has closed
    Runtime.getRuntime().addShutdownHook(new Thread(() -> SpringApplication.exit(context)));
  }

  /** Ready to run, with its own configuration file: both applications may share a class path. */
  public static SpringApplicationBuilder application() {
    Carriers.keepMoving();
    return new SpringApplicationBuilder(CommandSideApplication.class)
        .properties("spring.config.name=command-side");
  }
}

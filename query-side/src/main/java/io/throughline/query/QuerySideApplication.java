package io.throughline.query;

import io.throughline.kernel.jvm.Carriers;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The query side: read-optimized views, served over GraphQL. */
@SpringBootApplication
public class QuerySideApplication {

  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /** Ready to run, with its own configuration file: both applications may share a class path. */
  public static SpringApplicationBuilder application() {
    Carriers.keepMoving();
    return new SpringApplicationBuilder(QuerySideApplication.class)
        .properties("spring.config.name=query-side");
  }
}

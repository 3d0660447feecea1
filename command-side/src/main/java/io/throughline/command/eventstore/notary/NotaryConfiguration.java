package io.throughline.command.eventstore.notary;

import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A notary where it is told which key to sign with. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("throughline.notary.key")
@EnableConfigurationProperties(NotaryProperties.class)
class NotaryConfiguration {

  /** Its name is also the health component's. */
  @Bean
  NotaryOffice notary(DataSource dataSource, NotaryProperties properties) throws IOException {
    var place = new CheckpointFolder(properties.folder());
    var key = NotaryKey.readOrMake(properties.key(), properties.origin(), place.sizes().isEmpty());
    return new NotaryOffice(dataSource, place, key, properties.everyEvents(), properties.every());
  }
}

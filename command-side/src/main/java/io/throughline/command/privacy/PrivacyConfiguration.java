package io.throughline.command.privacy;

import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.format.EventFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class PrivacyConfiguration {

  /** Whoever has another vault brings a bean of that kind. */
  @Bean
  @ConditionalOnMissingBean
  KeyVault keyVault(PrivacyProperties properties) {
    return new FolderVault(properties.folder());
  }

  @Bean
  @DependsOn("flywayInitializer")
  CustomerKeys customerKeys(
      KeyRows rows, KeyVault vault, BusinessClock clock, PrivacyProperties properties) {
    requireItsOwn(rows, vault);
    return new CustomerKeys(rows, vault, clock, properties);
  }

  /** Another database's vault would be of no use here, and lose its keys to our clearing up. */
  private static void requireItsOwn(KeyRows rows, KeyVault vault) {
    var fingerprint = vault.fingerprint("throughline vault".getBytes(StandardCharsets.US_ASCII));
    if (!Arrays.equals(rows.vault(fingerprint), fingerprint)) {
      throw new VaultUnusable(
          "The key vault is not the one that holds this database's keys: set"
              + " throughline.privacy.vault to that one.",
          null);
    }
  }

  /** How this application writes and reads all events. */
  @Bean
  EventFormat eventFormat(CustomerKeys keys) {
    return new EventFormat(keys);
  }
}

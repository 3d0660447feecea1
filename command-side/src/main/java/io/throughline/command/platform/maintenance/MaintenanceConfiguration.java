package io.throughline.command.platform.maintenance;

import io.throughline.kernel.BusinessClock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MaintenanceSettings.class)
class MaintenanceConfiguration {

  @Bean(destroyMethod = "close")
  Maintenance maintenance(MaintenanceSettings settings, BusinessClock clock) {
    return new Maintenance(settings.windows(), clock);
  }
}

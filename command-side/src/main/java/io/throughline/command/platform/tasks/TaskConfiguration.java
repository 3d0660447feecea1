package io.throughline.command.platform.tasks;

import io.throughline.command.platform.breaker.Breakers;
import io.throughline.command.platform.maintenance.Maintenance;
import io.throughline.kernel.BusinessClock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskProperties.class)
class TaskConfiguration {

  @Bean
  TaskPools taskPools(
      DataSource dataSource,
      BusinessClock clock,
      TaskProperties properties,
      TaskMetadata metadata,
      Breakers breakers,
      Maintenance maintenance,
      List<TaskHandler<?>> handlers) {
    return new TaskPools(
        dataSource, json(), clock, properties, metadata, breakers, maintenance, handlers);
  }

  @Bean
  TaskPlanner taskPlanner(JdbcTemplate jdbc, BusinessClock clock, TaskPools pools) {
    return new TaskPlanner(jdbc, json(), clock, pools);
  }

  private static JsonMapper json() {
    return JsonMapper.builder().build();
  }
}

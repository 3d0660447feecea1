package io.throughline.command.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself, at {@code /openapi/3.1}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  @Bean
  OpenAPI description() {
    var bearer =
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
    return new OpenAPI()
        .info(
            new Info()
                .title("Throughline command API")
                .version("v1")
                .description(
                    "Orders, customers and remedies. A request is answered as soon as it is durable; errors are RFC 9457"
                        + " problem documents.")
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
        .components(new Components().addSecuritySchemes("bearer", bearer))
        .addSecurityItem(new SecurityRequirement().addList("bearer"));
  }

  @Bean
  OpenApiCustomizer idempotencyKeyHeader() {
    var header =
        new HeaderParameter()
            .name(IdempotencyFilter.HEADER)
            .required(true)
            .schema(new StringSchema().example("\"order-4711\""))
            .description(
                "An id of your own for this request; a repeated request gets the first one's answer. Kept 24 hours.");
    return api ->
        api.getPaths().forEach(
            (path, item) -> {
              if (!path.startsWith("/api/v1/webhooks/")) {
                item.readOperations().forEach(operation -> operation.addParametersItem(header));
              }
            });
  }
}

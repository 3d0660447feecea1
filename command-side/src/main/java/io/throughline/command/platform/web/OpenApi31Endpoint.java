package io.throughline.command.platform.web;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.core.util.OpenAPI30To31;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description once more as OpenAPI 3.1; springdoc itself serves one version only, which is 3.0.
 */
@Hidden
@RestController
class OpenApi31Endpoint {
  private final OpenApiWebMvcResource description;

  OpenApi31Endpoint(OpenApiWebMvcResource description) {
    this.description = description;
  }

  @GetMapping(path = "/openapi/3.1", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] description(HttpServletRequest request, Locale locale) throws IOException {
    var api =
        Json.mapper()
            .readValue(description.openapiJson(request, "/openapi/3.0", locale), OpenAPI.class);
    new OpenAPI30To31().process(api);
    return Json31.mapper().writeValueAsBytes(api);
  }
}

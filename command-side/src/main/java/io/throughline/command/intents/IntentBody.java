package io.throughline.command.intents;

import jakarta.validation.Validator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Reads an intent's JSON as strictly as the command API reads a request. */
@Component
public class IntentBody {
  private final JsonMapper json;
  private final Validator validator;

  IntentBody(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public <T> T read(Intent intent, Class<T> type) {
    T request;
    try {
      request = json.readValue(intent.body(), type);
    } catch (DatabindException e) {
      throw new IllegalArgumentException(
          "The payload does not fit the request of this kind at " + where(e) + ".", e);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The payload is not JSON.", e);
    }
    if (request == null) {
      throw new IllegalArgumentException("The payload is empty.");
    }
    var faults = validator.validate(request);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "The payload is not valid: "
              + faults.stream()
                  .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                  .sorted()
                  .collect(Collectors.joining("; "))
              + ".");
    }
    return request;
  }

  /** The place alone: a value may be somebody's name. */
  private static String where(DatabindException e) {
    return e.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "/" + step.getIndex()
                    : "/" + step.getPropertyName())
        .collect(Collectors.joining());
  }
}

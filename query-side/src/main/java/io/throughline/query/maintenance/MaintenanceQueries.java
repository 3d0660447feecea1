package io.throughline.query.maintenance;

import io.throughline.query.platform.BadInput;
import io.throughline.query.platform.CommandSide;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import tools.jackson.core.type.TypeReference;

/** Nothing of it is stored here: systems speak of their maintenance themselves, and end it. */
@Controller
public class MaintenanceQueries {
  private static final Logger log = LoggerFactory.getLogger(MaintenanceQueries.class);
  private static final String PATH = "/api/v1/operations/maintenance";
  private static final TypeReference<List<MaintenanceWindow>> WINDOWS = new TypeReference<>() {};

  private final CommandSide commandSide;

  MaintenanceQueries(CommandSide commandSide) {
    this.commandSide = commandSide;
  }

  @QueryMapping
  List<MaintenanceWindow> maintenance() {
    return commandSide.read(PATH, WINDOWS, "what is maintained");
  }

  /** What is open now, as far as the command side says: none where it does not. */
  public List<MaintenanceWindow> open() {
    try {
      return maintenance().stream().filter(MaintenanceWindow::open).toList();
    } catch (BadInput | AccessDeniedException e) {
      log.debug("It is not known what is maintained: {}", e.getMessage());
      return List.of();
    }
  }
}

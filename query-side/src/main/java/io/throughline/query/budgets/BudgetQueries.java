package io.throughline.query.budgets;

import io.throughline.query.platform.CommandSide;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.core.type.TypeReference;

/** Nothing of a budget is stored here: it is of the moment. */
@Controller
class BudgetQueries {
  private static final String PATH = "/api/v1/operations/budgets";
  private static final TypeReference<List<AccountBudget>> BUDGETS = new TypeReference<>() {};

  private final CommandSide commandSide;

  BudgetQueries(CommandSide commandSide) {
    this.commandSide = commandSide;
  }

  @QueryMapping
  List<AccountBudget> budgets() {
    return commandSide.read(PATH, BUDGETS, "how the budgets stand");
  }
}

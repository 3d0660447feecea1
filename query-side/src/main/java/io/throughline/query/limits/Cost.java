package io.throughline.query.limits;

import graphql.ExecutionResult;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.throughline.query.platform.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What answering may cost at the most. Each field costs 1, or what its {@code @cost} says. What
 * stands below a connection counts once for each of its {@code first} rows, 10 unless given; what
 * stands below another list counts {@value #LIST} times.
 */
final class Cost extends SimplePerformantInstrumentation {
  /** Lists within an order are short as a rule; what makes them long is counted by answer size. */
  static final int LIST = 5;

  private static final int USUAL_PAGE = 10;

  private final int most;

  Cost(int most) {
    this.most = most;
  }

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
    var cost = of(parameters.getExecutionContext());
    if (cost > most) {
      throw new Refused(
          new Refusal(
              "TOO_COSTLY",
              "The request may cost "
                  + cost
                  + ", and at most "
                  + most
                  + ": ask for fewer rows or fields at a time."));
    }
    return null;
  }

  private static long of(ExecutionContext context) {
    var operation = context.getOperationDefinition();
    var schema = context.getGraphQLSchema();
    GraphQLFieldsContainer root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    return new Reckoning(schema, context.getFragmentsByName(), context.getCoercedVariables())
        .of(operation.getSelectionSet(), root);
  }

  private record Reckoning(
      GraphQLSchema schema, Map<String, FragmentDefinition> fragments, CoercedVariables variables) {

    long of(@Nullable SelectionSet selections, @Nullable GraphQLFieldsContainer type) {
      var cost = 0L;
      if (selections != null && type != null) {
        for (var selection : selections.getSelections()) {
          cost +=
              switch (selection) {
                case Field field -> of(field, type);
                case InlineFragment inline -> of(inline.getSelectionSet(), type);
                case FragmentSpread spread -> {
                  var fragment = fragments.get(spread.getName());
                  yield fragment == null ? 0 : of(fragment.getSelectionSet(), type);
                }
                default -> 0;
              };
        }
      }
      return cost;
    }

    private long of(Field field, GraphQLFieldsContainer type) {
      var definition = type.getFieldDefinition(field.getName());
      if (definition == null) {
        return 1; // __typename and its like
      }
      var below =
          GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer inner
              ? of(field.getSelectionSet(), inner)
              : 0;
      return weight(definition) + times(field, definition, type) * below;
    }

    private static long weight(GraphQLFieldDefinition definition) {
      GraphQLAppliedDirective directive = definition.getAppliedDirective("cost");
      return directive != null && directive.getArgument("weight").getValue() instanceof Number it
          ? it.longValue()
          : 1;
    }

    private long times(
        Field field, GraphQLFieldDefinition definition, GraphQLFieldsContainer type) {
      if (definition.getArgument("first") != null) {
        return Math.max(1, first(field));
      }
      var isList = GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList;
      return isList && !type.getName().endsWith("Connection") ? LIST : 1;
    }

    private long first(Field field) {
      return field.getArguments().stream()
          .filter(it -> it.getName().equals("first"))
          .map(it -> it.getValue())
          .map(
              value ->
                  switch (value) {
                    case IntValue number -> number.getValue().longValue();
                    case VariableReference variable
                        when variables.get(variable.getName()) instanceof Number given ->
                        given.longValue();
                    default -> (long) USUAL_PAGE;
                  })
          .findFirst()
          .orElse((long) USUAL_PAGE);
    }
  }
}

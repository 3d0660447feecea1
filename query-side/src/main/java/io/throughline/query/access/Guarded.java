package io.throughline.query.access;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.throughline.kernel.Role;
import io.throughline.query.platform.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Asks for the reader's role before a field is read; fields for everybody stay as they are. */
final class Guarded extends GraphQLTypeVisitorStub {

  @Override
  public TraversalControl visitGraphQLFieldDefinition(
      GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
    if (context.getParentNode() instanceof GraphQLObjectType type
        && !type.getName().startsWith("__")) {
      var allowed = FieldRules.of(type, field).orElse(Set.of());
      if (!FieldRules.isEverybody(allowed)) {
        var code = context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
        var coordinates = FieldCoordinates.coordinates(type, field);
        var fetcher = code.getDataFetcher(coordinates, field);
        code.dataFetcher(
            coordinates,
            fetcher instanceof TrivialDataFetcher<?>
                ? new Plain(fetcher, allowed)
                : new Asking(fetcher, allowed));
      }
    }
    return TraversalControl.CONTINUE;
  }

  private static void require(Set<Role> allowed, DataFetchingEnvironment environment) {
    if (!Reader.of(environment.getGraphQlContext()).hasAny(allowed)) {
      throw new AccessDeniedException("It takes another role.");
    }
  }

  private record Asking(DataFetcher<?> fetcher, Set<Role> allowed) implements DataFetcher<Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      require(allowed, environment);
      return fetcher.get(environment);
    }
  }

  /** Of what the parent holds already: nothing is called, so nothing needs to be measured. */
  private record Plain(DataFetcher<?> fetcher, Set<Role> allowed)
      implements TrivialDataFetcher<Object> {
    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
      require(allowed, environment);
      return fetcher.get(environment);
    }
  }
}

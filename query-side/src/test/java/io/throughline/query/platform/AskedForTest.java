package io.throughline.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a question about a list costs the store. */
class AskedForTest {
  private static final String SCHEMA =
      """
      type Query { rows: Rows }
      type Rows { edges: [Edge!]! pageInfo: PageInfo! totalCount: Int! }
      type Edge { node: String cursor: String }
      type PageInfo { hasNextPage: Boolean! endCursor: String }
      """;

  private final List<String> calls = new ArrayList<>();

  private final class ThreeRows implements Listing<String> {
    @Override
    public Listing<String> atOnce() {
      return this;
    }

    @Override
    public List<String> find(Bson filter, Bson order, int limit) {
      calls.add("find");
      return List.of("a", "b", "c");
    }

    @Override
    public long count(Bson filter) {
      calls.add("count");
      return 3;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "totalCount, count, {rows={totalCount=3}}",
    "n: totalCount, count, {rows={n=3}}",
    "pageInfo { hasNextPage }, find, {rows={pageInfo={hasNextPage=false}}}",
    "edges { node }, find, '{rows={edges=[{node=a}, {node=b}, {node=c}]}}'",
    "edges { node } totalCount, find count, '{rows={edges=[{node=a}, {node=b}, {node=c}],"
        + " totalCount=3}}'"
  })
  void rowsAreReadAndCountedWhereSomebodyAsks(String fields, String cost, String answer) {
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query",
                type ->
                    type.dataFetcher(
                        "rows",
                        environment ->
                            Page.of(null, null)
                                .read(
                                    environment.getSelectionSet(),
                                    new ThreeRows(),
                                    Filters.empty(),
                                    "_id",
                                    true,
                                    row -> row,
                                    row -> row)))
            .build();
    var schema =
        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring);

    var result = GraphQL.newGraphQL(schema).build().execute("{ rows { " + fields + " } }");

    assertThat(result.getErrors()).isEmpty();
    assertThat(result.<Object>getData()).hasToString(answer);
    assertThat(calls).containsExactly(cost.split(" "));
  }
}

package io.throughline.bench.query;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import io.throughline.query.orderdetails.OrderDetails;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.data.mongodb.repository.config.EnableMongoRepositories;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What reads are measured beside: graphql-java with the same orders in memory, the same orders as
 * plain Spring Data CRUD and REST, and the same find through the driver alone, behind the same HTTP
 * and the same tokens.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMongoRepositories(considerNestedRepositories = true)
class PeerApplication {
  /** By their numbers. */
  static final Map<String, OrderDetails> ORDERS = new ConcurrentHashMap<>();

  /** As in the applications that it stands beside. */
  @Bean
  SecurityObservationSettings noObservationsOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    return http.csrf(csrf -> csrf.disable())
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(it -> it.anyRequest().hasAnyRole("operations"))
        .oauth2ResourceServer(it -> it.jwt(jwt -> {}))
        .build();
  }

  @Bean
  RuntimeWiringConfigurer scalars() {
    return wiring -> wiring.scalar(text("DateTime")).scalar(text("Date")).scalar(text("Decimal"));
  }

  private static GraphQLScalarType text(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(new Text()).build();
  }

  @Bean
  MongoTemplate mongoTemplate(MongoClient mongo) {
    var database = new SimpleMongoClientDatabaseFactory(mongo, "throughline_crud");
    var conversions =
        MongoCustomConversions.create(it -> it.bigDecimal(BigDecimalRepresentation.DECIMAL128));
    var mapping = new MongoMappingContext();
    mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    var converter = new MappingMongoConverter(new DefaultDbRefResolver(database), mapping);
    converter.setCustomConversions(conversions);
    converter.setTypeMapper(new DefaultMongoTypeMapper(null)); // no class names in documents
    converter.afterPropertiesSet();
    return new MongoTemplate(database, converter);
  }

  /** All kinds of peer; a part of the configuration, which Spring finds by itself. */
  @Controller
  static class Orders {
    private final MongoClient mongo;
    private final CrudOrder.Repository crud;

    Orders(MongoClient mongo, CrudOrder.Repository crud) {
      this.mongo = mongo;
      this.crud = crud;
    }

    @QueryMapping
    @Nullable OrderDetails order(@Argument String id) {
      return ORDERS.get(id);
    }

    @GetMapping("/crud/orders/{id}")
    @ResponseBody
    Optional<CrudOrder> plain(@PathVariable String id) {
      return crud.findById(id);
    }

    /** Fifty rows and how many there are, as the driver gives them. */
    @GetMapping("/raw")
    @ResponseBody
    String raw(@RequestParam String collection, @RequestParam String owner) {
      var rows =
          mongo
              .getDatabase("throughline_orderlist")
              .getCollection(collection, RawBsonDocument.class);
      var filter = Filters.eq("owner", owner);
      var order = Sorts.orderBy(Sorts.descending("orderedOn"), Sorts.descending("_id"));
      var json = new StringJoiner(",", "{\"rows\":[", "],");
      rows.find(filter).sort(order).limit(51).forEach(row -> json.add(row.toJson()));
      return json + "\"totalCount\":" + rows.countDocuments(filter) + "}";
    }
  }

  private static final class Text implements Coercing<Object, String> {
    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      return Objects.toString(input);
    }

    @Override
    public Object parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return Objects.toString(input);
    }
  }
}

package io.throughline.query.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import io.throughline.query.platform.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents once: what was asked lately and was in order need not be parsed and validated
 * again. What is too much is refused before it is validated.
 */
final class KnownDocuments implements PreparsedDocumentProvider {
  private static final int KEPT = 1_000;

  private final Limits limits;
  private final boolean introspection;
  private final ParserOptions parsing;
  private final Cache<String, PreparsedDocumentEntry> kept =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  KnownDocuments(Limits limits, boolean introspection) {
    this.limits = limits;
    this.introspection = introspection;
    this.parsing =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxTokens(limits.tokens()).captureIgnoredChars(false));
  }

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> validate) {
    var known = kept.getIfPresent(input.getQuery());
    var entry = known == null ? read(input, validate) : known;
    if (known == null && !entry.hasErrors()) {
      kept.put(input.getQuery(), entry);
    }
    return CompletableFuture.completedFuture(named(input, entry));
  }

  private PreparsedDocumentEntry read(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> validate) {
    try {
      var document =
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(input.getQuery())
                  .parserOptions(parsing)
                  .build());
      var complaint = Shape.complaint(document, limits).or(() -> asksForTheSchema(document));
      return complaint.isPresent() ? refused(complaint.get()) : validate.apply(input);
    } catch (ParseCancelledException _) {
      return refused(
          new Refusal(
              "TOO_MANY_TOKENS",
              "A document may have " + limits.tokens() + " tokens: ask for less at a time."));
    } catch (InvalidSyntaxException e) {
      return refused(new Refusal("SYNTAX_ERROR", String.valueOf(e.getMessage())));
    }
  }

  private Optional<Refusal> asksForTheSchema(Document document) {
    var asks =
        !introspection
            && document.getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(it -> it.getSelectionSet().getSelectionsOfType(Field.class).stream())
                .anyMatch(it -> it.getName().equals("__schema") || it.getName().equals("__type"));
    return asks
        ? Optional.of(
            new Refusal(
                "INTROSPECTION_DISABLED",
                "The schema is not told here: read throughline.graphqls in the repository."))
        : Optional.empty();
  }

  /** An operation that is not there is whoever asks' mistake, not ours. */
  private static PreparsedDocumentEntry named(ExecutionInput input, PreparsedDocumentEntry entry) {
    if (entry.hasErrors()) {
      return entry;
    }
    var operations = entry.getDocument().getDefinitionsOfType(OperationDefinition.class);
    @Nullable String name = input.getOperationName();
    var isThere =
        name == null || name.isEmpty()
            ? operations.size() == 1
            : operations.stream().anyMatch(it -> name.equals(it.getName()));
    return isThere
        ? entry
        : refused(
            new Refusal(
                "BAD_REQUEST",
                "operationName must name one of the document's operations, if it has several."));
  }

  private static PreparsedDocumentEntry refused(Refusal why) {
    GraphQLError error = why.asError();
    return new PreparsedDocumentEntry(error);
  }
}

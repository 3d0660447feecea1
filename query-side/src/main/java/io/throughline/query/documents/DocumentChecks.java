package io.throughline.query.documents;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds trusted documents against the schema: one that cannot be answered does not start. */
public final class DocumentChecks {
  private DocumentChecks() {}

  /** What is wrong with them, a sentence each; empty if nothing is. */
  public static List<String> complaints(List<TrustedDocument> documents, GraphQLSchema schema) {
    var complaints = new ArrayList<String>();
    for (var document : documents) {
      var file = document.name() + ".graphql";
      try {
        var parsed = Parser.parse(document.text());
        var operations = parsed.getDefinitionsOfType(OperationDefinition.class);
        if (operations.size() != 1 || !document.name().equals(operations.getFirst().getName())) {
          complaints.add(file + " must hold one operation, called " + document.name() + ".");
        }
        ParseAndValidate.validate(schema, parsed, Locale.ENGLISH).stream()
            .map(GraphQLError::getMessage)
            .forEach(error -> complaints.add(file + ": " + error));
      } catch (InvalidSyntaxException e) {
        complaints.add(file + ": " + e.getMessage());
      }
    }
    return complaints;
  }
}

package io.throughline.query.limits;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import io.throughline.query.platform.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How deep and how wide a document is, fragments in their places. Looked at before validation,
 * whose time grows with the square of the fields, and left at the first limit that is passed.
 */
final class Shape {
  /** Fragments within fragments; more is a circle, or no better. */
  private static final int MOST_NESTED_FRAGMENTS = 10;

  private final Limits limits;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private int fields;
  private int aliases;
  private @Nullable Refusal refusal;

  private Shape(Limits limits, Document document) {
    this.limits = limits;
    document
        .getDefinitionsOfType(FragmentDefinition.class)
        .forEach(it -> fragments.put(it.getName(), it));
  }

  /** Why the document is too much; empty if it is not. */
  static Optional<Refusal> complaint(Document document, Limits limits) {
    var shape = new Shape(limits, document);
    for (var operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      shape.walk(operation.getSelectionSet(), 1, 0);
    }
    // whether it is used or not: validation goes through all of them
    shape.fragments.values().forEach(it -> shape.walk(it.getSelectionSet(), 1, 0));
    return Optional.ofNullable(shape.refusal);
  }

  private void walk(@Nullable SelectionSet selections, int depth, int nested) {
    if (selections == null) {
      return;
    }
    for (var selection : selections.getSelections()) {
      if (refusal != null) {
        return;
      }
      fields++;
      if (fields > limits.fields()) {
        refusal = tooMuch("TOO_MANY_FIELDS", limits.fields() + " fields");
        return;
      }
      switch (selection) {
        case Field field -> walk(field, depth, nested);
        case InlineFragment inline -> inner(inline.getSelectionSet(), depth, nested);
        case FragmentSpread spread -> {
          var fragment = fragments.get(spread.getName());
          inner(fragment == null ? null : fragment.getSelectionSet(), depth, nested);
        }
        default -> throw new IllegalStateException("GraphQL has no other selections.");
      }
    }
  }

  private void walk(Field field, int depth, int nested) {
    if (field.getAlias() != null) {
      aliases++;
      if (aliases > limits.aliases()) {
        refusal = tooMuch("TOO_MANY_ALIASES", limits.aliases() + " aliases");
        return;
      }
    }
    if (depth > limits.depth()) {
      refusal = tooMuch("TOO_DEEP", limits.depth() + " levels of depth");
      return;
    }
    walk(field.getSelectionSet(), depth + 1, nested);
  }

  private void inner(@Nullable SelectionSet selections, int depth, int nested) {
    if (nested >= MOST_NESTED_FRAGMENTS) {
      refusal = tooMuch("TOO_DEEP", MOST_NESTED_FRAGMENTS + " fragments within fragments");
      return;
    }
    walk(selections, depth, nested + 1);
  }

  private static Refusal tooMuch(String code, String most) {
    return new Refusal(code, "A request may have " + most + ": ask for less at a time.");
  }
}

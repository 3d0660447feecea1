package io.throughline.query.customerprofile;

import io.throughline.kernel.privacy.Erased;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what a customer is found: every beginning of every word of its name and of its numbers. An
 * index answers a beginning as it answers any value, in the order of the customers' numbers. They
 * are made from the view, so they go when what they are made of is blanked.
 */
final class SearchWords {
  private static final int LONGEST = 15;
  private static final int MOST_WORDS = 12;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SearchWords() {}

  /** Every beginning that the customer is found by. */
  static List<String> beginnings(CustomerProfile customer) {
    var beginnings = new TreeSet<String>();
    var particulars = customer.particulars();
    add(beginnings, particulars == null ? null : particulars.name());
    add(beginnings, customer.customerId().value());
    add(beginnings, customer.erpCustomerId());
    return List.copyOf(beginnings);
  }

  private static void add(TreeSet<String> beginnings, @Nullable String text) {
    if (text != null && !text.equals(Erased.TEXT)) {
      for (var word : words(text)) {
        for (var length = 1; length <= word.length(); length++) {
          beginnings.add(word.substring(0, length));
        }
      }
    }
  }

  /** What somebody searches for: each must begin one of the customer's words. */
  static List<String> words(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    var words = new ArrayList<String>();
    for (var word : BETWEEN.split(plain.toLowerCase(Locale.ROOT))) {
      if (!word.isEmpty() && words.size() < MOST_WORDS) {
        words.add(word.length() > LONGEST ? word.substring(0, LONGEST) : word);
      }
    }
    return words;
  }
}

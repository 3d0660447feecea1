package io.throughline.query.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All of them, read from {@code graphql/trusted-documents/*.graphql} on the class path. */
@Component
public class TrustedDocuments {
  private static final String PLACE = "classpath*:graphql/trusted-documents/*.graphql";
  private static final String ENDING = ".graphql";

  private final List<TrustedDocument> all;
  private final Map<String, TrustedDocument> byId = new HashMap<>();

  public TrustedDocuments() {
    this(read());
  }

  TrustedDocuments(List<TrustedDocument> all) {
    this.all = List.copyOf(all);
    for (var document : all) {
      byId.put(document.id(), document);
      byId.put(document.nameId(), document);
    }
  }

  private static List<TrustedDocument> read() {
    try {
      var documents = new ArrayList<TrustedDocument>();
      for (var file : new PathMatchingResourcePatternResolver().getResources(PLACE)) {
        var name = Objects.requireNonNull(file.getFilename());
        documents.add(
            new TrustedDocument(
                name.substring(0, name.length() - ENDING.length()),
                file.getContentAsString(StandardCharsets.UTF_8)));
      }
      documents.sort(Comparator.comparing(TrustedDocument::name));
      return documents;
    } catch (IOException e) {
      throw new IllegalStateException("The trusted documents cannot be read: " + PLACE, e);
    }
  }

  /** By name. */
  public List<TrustedDocument> all() {
    return all;
  }

  /**
   * @param id {@code sha256:…} or {@code x-name:…}
   */
  Optional<TrustedDocument> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether it is the text of one of them, to the letter. */
  boolean knows(String text) {
    return byId.containsKey(new TrustedDocument("", text).id());
  }
}

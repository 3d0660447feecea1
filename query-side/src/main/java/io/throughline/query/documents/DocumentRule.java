package io.throughline.query.documents;

import io.throughline.query.documents.DocumentsProperties.Documents;
import io.throughline.query.platform.Reader;
import io.throughline.query.platform.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts a trusted document's text in the place of its id, and refuses whatever else may not be. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class DocumentRule implements WebGraphQlInterceptor {
  private static final Refusal UNKNOWN =
      new Refusal(
          "DOCUMENT_NOT_FOUND",
          "No trusted document has this documentId: it is sha256: and the hash of a document that"
              + " this release knows.");
  private static final Refusal TRUSTED_ONLY =
      new Refusal(
          "DOCUMENT_NOT_TRUSTED",
          "This client may send trusted documents only: send {\"documentId\": \"sha256:…\","
              + " \"variables\": {…}} in place of a query.");

  private final TrustedDocuments documents;
  private final DocumentsProperties properties;

  DocumentRule(TrustedDocuments documents, DocumentsProperties properties) {
    this.documents = documents;
    this.properties = properties;
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    if (request.getAttributes().get(RequestReader.REFUSED) instanceof Refusal refused) {
      return refused.answer(request);
    }
    if (request.getExtensions().get(RequestReader.DOCUMENT_ID) instanceof String id) {
      var document = documents.find(id);
      if (document.isEmpty()) {
        return UNKNOWN.answer(request);
      }
      request.configureExecutionInput(
          (_, input) -> input.query(document.get().text()).operationName(null).build());
      return chain.next(request);
    }
    return mayAsk(Reader.of(request), request.getDocument())
        ? chain.next(request)
        : TRUSTED_ONLY.answer(request);
  }

  private boolean mayAsk(Reader reader, String text) {
    var trustedOnly =
        properties.documents() == Documents.TRUSTED_ONLY
            || properties.trustedClients().contains(reader.client().orElse(""));
    return !trustedOnly || documents.knows(text);
  }
}

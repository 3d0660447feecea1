package io.throughline.command.architecture.violating.publication;

import java.net.http.HttpClient;

public final class CallsTheNetwork {
  public HttpClient client() {
    return HttpClient.newHttpClient();
  }
}

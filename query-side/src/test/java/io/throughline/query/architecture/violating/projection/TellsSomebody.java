package io.throughline.query.architecture.violating.projection;

import java.net.http.HttpClient;

public final class TellsSomebody {
  public HttpClient evolve() {
    return HttpClient.newHttpClient();
  }
}

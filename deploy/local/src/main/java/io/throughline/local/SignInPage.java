package io.throughline.local;

import io.throughline.kernel.Role;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Where a person says in which role they come; works without scripts. */
final class SignInPage {
  private static final Map<Role, String> WHAT_THEY_DO =
      Map.of(
          Role.SALES, "sells, changes, asks where an order is",
          Role.OPERATIONS, "sees to what is stuck",
          Role.FINANCE, "releases credit, approves prices",
          Role.ANALYST, "reads",
          Role.INTEGRATION, "sees to the connections",
          Role.PARTNER, "sees what was sold through them");

  private SignInPage() {}

  static String of(Map<String, String> carried, String nonce) {
    var html = new StringBuilder();
    html.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Sign in to Throughline</title>
        <style nonce="%s">
        body { font: 16px/1.5 system-ui, sans-serif; color: #181818; background: #f3f3f3;
               display: grid; place-items: center; min-height: 100vh; margin: 0 }
        main { background: #fff; border: 1px solid #c9c9c9; border-radius: 8px;
               padding: 2rem; max-width: 26rem }
        h1 { font-size: 1.5rem; margin: 0 }
        button { display: block; width: 100%%; text-align: left; font: inherit;
                 padding: .6rem 1rem; margin: .5rem 0; border: 1px solid #5867e8;
                 border-radius: 6px; background: #fff; cursor: pointer }
        button:hover, button:focus { background: #eef4ff; outline: 2px solid #0b5cab }
        button strong { display: block; color: #0b5cab }
        label { display: block; margin-top: .75rem; color: #444; font-size: .875rem }
        input { font: inherit; width: 100%%; box-sizing: border-box; padding: .35rem .5rem }
        </style>
        </head>
        <body>
        <main>
        <h1>Sign in to Throughline</h1>
        <p>This run is local and asks for no password. In which role do you come?</p>
        <form method="post" action="authorize">
        """
            .formatted(nonce));
    carried.forEach(
        (name, value) ->
            html.append("<input type=\"hidden\" name=\"")
                .append(HtmlUtils.htmlEscape(name))
                .append("\" value=\"")
                .append(HtmlUtils.htmlEscape(value))
                .append("\">\n"));
    for (var role : Role.values()) {
      html.append("<button name=\"role\" value=\"")
          .append(role.wireName())
          .append("\"><strong>")
          .append(titleOf(role))
          .append("</strong>")
          .append(WHAT_THEY_DO.get(role))
          .append("</button>\n");
    }
    html.append(
        """
        <label>Your name, if it matters <input name="user" autocomplete="off"></label>
        <label>The partner's number, for a partner <input name="partner" autocomplete="off"></label>
        </form>
        </main>
        </body>
        </html>
        """);
    return html.toString();
  }

  private static String titleOf(Role role) {
    return role.name().charAt(0) + role.wireName().substring(1);
  }
}

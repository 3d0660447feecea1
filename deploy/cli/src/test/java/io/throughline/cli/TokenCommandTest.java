package io.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {
  @TempDir Path data;

  @Test
  void onlyTheTokenIsPrinted() throws Exception {
    var asked =
        Asked.of("token", "--role", "operations", "--user", "kim", "--data", data.toString());
    assertThat(asked.exitCode()).isZero();
    assertThat(asked.err()).isEmpty();
    var claims = SignedJWT.parse(asked.out().strip()).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo("kim");
    assertThat(claims.getStringListClaim("roles")).containsExactly("operations");
  }

  @Test
  void aPartnersTokenSaysForWhom() throws Exception {
    var asked =
        Asked.of("token", "--role", "partner", "--partner", "MILL-1", "--data", data.toString());
    assertThat(SignedJWT.parse(asked.out().strip()).getJWTClaimsSet().getStringClaim("partner"))
        .isEqualTo("MILL-1");
  }

  @Test
  void aSalesTokenIsForAllAccountsUnlessItIsForTheOwn() throws Exception {
    var all = Asked.of("token", "--role", "sales", "--data", data.toString());
    assertThat(SignedJWT.parse(all.out().strip()).getJWTClaimsSet().getStringClaim("accounts"))
        .isEqualTo("all");
    var own =
        Asked.of(
            "token",
            "--role",
            "sales",
            "--user",
            "ann",
            "--own-accounts",
            "--data",
            data.toString());
    assertThat(SignedJWT.parse(own.out().strip()).getJWTClaimsSet().getClaim("accounts")).isNull();
  }

  @Test
  void anUnknownRoleIsBadUsageInOneLine() {
    var asked = Asked.of("token", "--role", "king", "--data", data.toString());
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err().lines())
        .singleElement()
        .asString()
        .contains("king")
        .contains("operations");
    assertThat(asked.out()).isEmpty();
  }

  @Test
  void aPartnerWithAnotherRoleIsBadUsage() {
    var asked =
        Asked.of("token", "--role", "sales", "--partner", "MILL-1", "--data", data.toString());
    assertThat(asked.exitCode()).isEqualTo(2);
    assertThat(asked.err()).contains("--partner goes with --role partner only");
  }
}

package io.throughline.local;

import io.throughline.simulators.CarrierAccounts;
import io.throughline.simulators.salesforce.OrgAccount;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * By what the command side and the simulated systems know each other. Made anew for each run: both
 * ends are ours.
 *
 * @param erpPrivateKey PEM, EC P-256: signs the command side's requests for the ERP's tokens
 * @param erpPublicKey PEM
 * @param carriers tokens and secrets of the logistics providers
 * @param orgPrivateKey PEM, RSA: signs the command side's requests for the org's sessions
 * @param orgPublicKey PEM
 */
public record LocalCredentials(
    String erpPrivateKey,
    String erpPublicKey,
    CarrierAccounts carriers,
    String orgPrivateKey,
    String orgPublicKey) {
  public static final String ERP_CLIENT = "throughline";
  public static final String ERP_CERTIFICATE = "throughline-local";

  /** The simulated org's id. */
  public static final String ORG = "00D000000000001EAA";

  /** The connected app in it, and the user as whom the command side acts. */
  public static final String ORG_CLIENT = "throughline";

  public static final String ORG_USER = "integration@throughline.example";

  private static final int ORG_KEY_BITS = 2048;
  private static final int SECRET_BYTES = 24;

  public static LocalCredentials make() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(ORG_KEY_BITS);
      var org = rsa.generateKeyPair();
      return new LocalCredentials(
          Pem.of(pair.getPrivate()),
          Pem.of(pair.getPublic()),
          new CarrierAccounts(secret(), "whsec_" + secret(), secret(), secret()),
          Pem.of(org.getPrivate()),
          Pem.of(org.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new LocalRunRefused("This JDK cannot make keys: " + e.getMessage(), e);
    }
  }

  /** The simulated org as it knows us. */
  public OrgAccount org() {
    return new OrgAccount(
        ORG,
        ORG_CLIENT,
        "not used: the JWT bearer flow is",
        ORG_USER,
        orgPublicKey,
        OrgAccount.DAILY_CALLS,
        OrgAccount.RETENTION,
        OrgAccount.KEEPALIVE);
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}

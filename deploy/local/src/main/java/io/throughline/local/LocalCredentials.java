package io.throughline.local;

import io.throughline.simulators.CarrierAccounts;
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
 */
public record LocalCredentials(
    String erpPrivateKey, String erpPublicKey, CarrierAccounts carriers) {
  public static final String ERP_CLIENT = "throughline";
  public static final String ERP_CERTIFICATE = "throughline-local";

  private static final int SECRET_BYTES = 24;

  public static LocalCredentials make() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      return new LocalCredentials(
          Pem.of(pair.getPrivate()),
          Pem.of(pair.getPublic()),
          new CarrierAccounts(secret(), "whsec_" + secret(), secret(), secret()));
    } catch (GeneralSecurityException e) {
      throw new LocalRunRefused("This JDK cannot make keys: " + e.getMessage(), e);
    }
  }

  private static String secret() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}

package io.throughline.simulators;

import io.throughline.simulators.salesforce.OrgAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated systems behave.
 *
 * @param port 0 for any free one
 * @param journals the folder in which they keep what they did
 * @param seed decides which calls meet a fault
 * @param faultRate the share of calls that meet one, from 0 to 1
 * @param latency of every call (wall time)
 * @param permits how many calls the ERP account takes at a time; more are answered 429
 * @param erpClients the integrations that may ask the ERP for tokens
 * @param carriers how the logistics providers' client is known to them
 * @param restockLead from back-order to restock (business time)
 * @param paymentDelay from invoice to payment (business time)
 * @param org the Salesforce org; null: there is none
 */
public record SimulatorSettings(
    int port,
    Path journals,
    long seed,
    double faultRate,
    Duration latency,
    int permits,
    List<ErpClient> erpClients,
    CarrierAccounts carriers,
    Duration restockLead,
    Duration paymentDelay,
    @Nullable OrgAccount org) {

  /** Without a Salesforce org. */
  public SimulatorSettings(
      int port,
      Path journals,
      long seed,
      double faultRate,
      Duration latency,
      int permits,
      List<ErpClient> erpClients,
      CarrierAccounts carriers,
      Duration restockLead,
      Duration paymentDelay) {
    this(
        port,
        journals,
        seed,
        faultRate,
        latency,
        permits,
        erpClients,
        carriers,
        restockLead,
        paymentDelay,
        null);
  }

  public SimulatorSettings with(OrgAccount itsOrg) {
    return new SimulatorSettings(
        port,
        journals,
        seed,
        faultRate,
        latency,
        permits,
        erpClients,
        carriers,
        restockLead,
        paymentDelay,
        itsOrg);
  }

  /**
   * An integration that the ERP knows.
   *
   * @param publicKeyPem EC P-256, or RSA
   */
  public record ErpClient(String clientId, String certificateId, String publicKeyPem) {}
}

package io.throughline.command.approvals;

import io.throughline.command.approvals.ApprovalCommand.RequestApproval;
import io.throughline.command.platform.Callers;
import io.throughline.command.platform.web.Intake;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.approval.ApprovalId;
import io.throughline.kernel.approval.Subject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whoever needs a second person for something asks here, and listens for the outcome. */
@Component
@EnableConfigurationProperties(ApprovalProperties.class)
public class FourEyes {
  private final Intake intake;
  private final BusinessClock clock;
  private final ApprovalProperties properties;

  FourEyes(Intake intake, BusinessClock clock, ApprovalProperties properties) {
    this.intake = intake;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * @param request tells one request of a person from the next: asked twice under the same, it is
   *     one request
   * @param answer what the caller is told, by the id under which somebody else decides
   * @throws NotYoursToAsk if the role does not allow it
   */
  public <T> ResponseEntity<T> ask(
      Subject subject,
      String reason,
      Authentication who,
      String request,
      Function<ApprovalId, ResponseEntity<T>> answer) {
    var id = id(who.getName() + "\n" + request + "\n" + subject);
    var now = clock.instant();
    return intake.accept(
        new RequestApproval(
            id,
            subject,
            reason,
            who.getName(),
            Callers.rolesOf(who),
            now.plus(properties.expiry()),
            now),
        answer.apply(id));
  }

  private static ApprovalId id(String text) {
    return new ApprovalId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString());
  }
}

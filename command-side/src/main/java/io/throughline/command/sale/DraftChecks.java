package io.throughline.command.sale;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.throughline.command.erp.Erp;
import io.throughline.command.erp.Erp.ErpOrder;
import io.throughline.command.erp.Erps;
import io.throughline.command.platform.Answer;
import io.throughline.command.platform.budget.CallHeld;
import io.throughline.command.sale.DraftCheck.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Asks the ERP about a draft while somebody waits: all questions at once, each answered by itself,
 * so that a slow one holds up no other. Nothing is stored.
 */
@Component
class DraftChecks {
  private static final String LATE = "The ERP has not answered in time.";
  private static final String CANNOT_BE_ASKED = "The ERP cannot be asked at the moment.";

  private final Erps erps;
  private final DraftVerdicts verdicts;
  private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

  DraftChecks(Erps erps, DraftVerdicts verdicts) {
    this.erps = erps;
    this.verdicts = verdicts;
  }

  /**
   * @param patience wall time, for all of them together
   */
  List<DraftCheck> of(ErpOrder draft, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    var erp = erps.at(erps.routeOf(draft));
    var asked = new EnumMap<Subject, Future<DraftCheck>>(Subject.class);
    for (var check : Subject.values()) {
      asked.put(check, askers.submit(() -> ask(check, erp, draft)));
    }
    var answers = new ArrayList<DraftCheck>();
    asked.forEach((check, answer) -> answers.add(awaited(check, answer, deadline)));
    return answers;
  }

  private DraftCheck ask(Subject check, Erp erp, ErpOrder draft) {
    try {
      return asked(check, erp, draft);
    } catch (CallHeld held) {
      return DraftCheck.notKnownYet(
          check,
          held.until()
              .map(
                  until ->
                      "Not known yet: maintenance of " + held.account() + " until " + until + ".")
              .orElse(CANNOT_BE_ASKED));
    }
  }

  private DraftCheck asked(Subject check, Erp erp, ErpOrder draft) {
    return switch (check) {
      case CREDIT -> told(check, erp.checkCredit(draft), it -> DraftVerdicts.ofFindings(check, it));
      case PRICE -> told(check, erp.checkPrices(draft), it -> DraftVerdicts.ofFindings(check, it));
      case AVAILABILITY ->
          told(check, erp.stockFor(draft), it -> verdicts.ofStock(draft.sale(), it));
      case TAX -> told(check, erp.taxRateFor(draft), it -> DraftVerdicts.ofTax(draft.sale(), it));
    };
  }

  private static <T> DraftCheck told(
      Subject check, Answer<T> answer, Function<T, DraftCheck> whenDone) {
    return switch (answer) {
      case Answer.Done<T>(var value) -> whenDone.apply(value);
      case Answer.Refused<T>(var findings, _) -> DraftVerdicts.ofFindings(check, findings);
      case Answer.Busy<T> _, Answer.Unknown<T> _ -> DraftCheck.notKnownYet(check, CANNOT_BE_ASKED);
    };
  }

  private static DraftCheck awaited(Subject check, Future<DraftCheck> answer, long deadline) {
    try {
      return answer.get(Math.max(0, deadline - System.nanoTime()), NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return DraftCheck.notKnownYet(check, LATE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DraftCheck.notKnownYet(check, LATE);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The check of " + check + " broke.", e.getCause());
    }
  }
}

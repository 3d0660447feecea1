package io.throughline.command.privacy;

import io.throughline.command.platform.tasks.Next;
import io.throughline.command.platform.tasks.TaskHandler;
import io.throughline.command.privacy.EpochCommand.BeginEpoch;
import io.throughline.command.privacy.EpochCommand.RecordDestroyedEpochs;
import io.throughline.kernel.BusinessClock;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Begins a new epoch when the old one's time is up, wraps the surviving keys anew, and destroys the
 * old epoch's key. It may be stopped anywhere: each step finds out for itself what is left of it.
 * Never finished, it waits for the next epoch's end.
 */
@Component
class RotationTask implements TaskHandler<RotationTask.Nothing> {
  static final String NAME = "rotate-epoch";

  private static final int PAGE = 500;

  /** There is nothing to tell. */
  record Nothing() {}

  private final KeyRows rows;
  private final KeyVault vault;
  private final CommandGateway commands;
  private final BusinessClock clock;
  private final PrivacyProperties properties;

  RotationTask(
      KeyRows rows,
      KeyVault vault,
      CommandGateway commands,
      BusinessClock clock,
      PrivacyProperties properties) {
    this.rows = rows;
    this.vault = vault;
    this.commands = commands;
    this.clock = clock;
    this.properties = properties;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Class<Nothing> dataType() {
    return Nothing.class;
  }

  @Override
  public Next run(Nothing nothing, int attempt) {
    var now = clock.instant();
    var newest = newest(now);
    commands.sendAndWait(new BeginEpoch(newest.number(), now));
    try {
      rows.epochs().stream()
          .filter(epoch -> epoch < newest.number())
          .forEach(epoch -> leave(epoch, newest.number()));
    } catch (DataIntegrityViolationException _) {
      return new Next.TryAgain(null); // a key was made under the old epoch at the last moment
    }
    vault.epochs().headSet(newest.number()).forEach(vault::destroy);
    if (newest.number() > 1) {
      commands.sendAndWait(new RecordDestroyedEpochs(newest.number() - 1, clock.instant()));
    }
    return new Next.NotYet(newest.beganAt().plus(properties.epoch()));
  }

  private KeyRows.Epoch newest(Instant now) {
    var newest = rows.newestEpoch();
    if (newest.isPresent() && now.isBefore(newest.get().beganAt().plus(properties.epoch()))) {
      return newest.get();
    }
    var next = newest.map(it -> it.number() + 1).orElse(1);
    vault.create(next); // before anybody can wrap under it
    rows.addEpoch(new KeyRows.Epoch(next, now));
    return rows.newestEpoch().orElseThrow();
  }

  private void leave(int old, int current) {
    for (var page = rows.of(old, PAGE); !page.isEmpty(); page = rows.of(old, PAGE)) {
      for (var row : page) {
        var key = vault.unwrap(old, row.wrapped(), row.context());
        rows.rewrap(row, current, vault.wrap(current, key, row.context()));
      }
    }
    rows.removeEpoch(old);
  }
}

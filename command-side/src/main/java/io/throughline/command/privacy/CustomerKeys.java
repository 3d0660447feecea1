package io.throughline.command.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.kernel.BusinessClock;
import io.throughline.kernel.privacy.DataKey;
import io.throughline.kernel.privacy.HeldKeys;
import io.throughline.kernel.privacy.HeldKeys.Held;
import io.throughline.kernel.privacy.PersonalDataKeys;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The customers' keys, made at first need and held in memory for a while. Two nodes that make a
 * customer's first key at once both go on with the one that the database took.
 */
final class CustomerKeys implements PersonalDataKeys {
  /** What begins a new matter, and so is not taken for a customer who wants to be forgotten. */
  private static final Set<String> BEGINNINGS = Set.of("order.submitted.v1");

  private static final int ATTEMPTS = 10;
  private static final int ID_BYTES = 9;

  private final KeyRows rows;
  private final KeyVault vault;
  private final BusinessClock clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<String, Holder> holders;
  private final HeldKeys held;

  private record Holder(Optional<DataKey> key, boolean closed) {}

  CustomerKeys(KeyRows rows, KeyVault vault, BusinessClock clock, PrivacyProperties properties) {
    this.rows = rows;
    this.vault = vault;
    this.clock = clock;
    this.holders =
        Caffeine.newBuilder()
            .maximumSize(properties.capacity())
            .expireAfterWrite(properties.kept())
            .build();
    this.held =
        new HeldKeys(
            Caffeine.newBuilder()
                .maximumSize(properties.capacity())
                .expireAfterWrite(properties.kept())
                .<String, Held>build()
                .asMap(),
            this::fetch);
  }

  /**
   * @throws CustomerErasedAlready if something new would begin for a customer whose data is erased
   *     or about to be
   */
  @Override
  public Optional<DataKey> toSeal(String owner, String wireName) {
    var holder = holders.get(owner, this::holder);
    if (holder.closed() && BEGINNINGS.contains(wireName)) {
      throw new CustomerErasedAlready(owner);
    }
    return holder.key();
  }

  private Holder holder(String owner) {
    for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var known = rows.owner(owner);
      if (known.erased()) {
        return new Holder(Optional.empty(), true);
      }
      if (known.key() != null) {
        return new Holder(Optional.of(unwrapped(known.key())), known.closed());
      }
      make(owner);
    }
    throw new VaultUnusable("No key could be made for " + owner + ".", null);
  }

  private void make(String owner) {
    var bytes = new byte[DataKey.LENGTH];
    var id = new byte[ID_BYTES];
    random.nextBytes(bytes);
    random.nextBytes(id);
    var epoch = rows.newestEpoch().orElseGet(this::firstEpoch).number();
    var row =
        new KeyRows.Row(
            owner, Base64.getUrlEncoder().withoutPadding().encodeToString(id), epoch, new byte[0]);
    var wrapped = vault.wrap(epoch, bytes, row.context());
    try {
      rows.add(new KeyRows.Row(row.owner(), row.keyId(), row.epoch(), wrapped));
    } catch (DataIntegrityViolationException _) {
      // the epoch ended between the two lines above: the next attempt finds the new one
    }
  }

  private KeyRows.Epoch firstEpoch() {
    vault.create(1);
    rows.addEpoch(new KeyRows.Epoch(1, clock.instant()));
    return rows.newestEpoch().orElseThrow();
  }

  private DataKey unwrapped(KeyRows.Row row) {
    for (var attempt = 1; ; attempt++) {
      try {
        return new DataKey(row.keyId(), vault.unwrap(row.epoch(), row.wrapped(), row.context()));
      } catch (VaultUnusable e) {
        var now = rows.byId(Set.of(row.keyId()));
        if (attempt == ATTEMPTS || now.isEmpty() || now.getFirst().epoch() == row.epoch()) {
          throw e;
        }
        row = now.getFirst(); // it was wrapped anew meanwhile
      }
    }
  }

  @Override
  public Optional<DataKey> toOpen(String keyId) {
    return held.find(keyId);
  }

  @Override
  public void prepare(Set<String> keyIds) {
    held.find(keyIds);
  }

  /** All that are there, and for each that is not, that it is gone. */
  Map<String, Held> find(Set<String> keyIds) {
    return held.find(keyIds);
  }

  private Map<String, Held> fetch(Set<String> keyIds) {
    return rows.byId(keyIds).stream()
        .collect(
            Collectors.toMap(
                KeyRows.Row::keyId, row -> new Held(row.owner(), Optional.of(unwrapped(row)))));
  }

  @Override
  public void forget(String owner) {
    holders.invalidate(owner);
    held.forget(owner);
  }
}

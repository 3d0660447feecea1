package io.throughline.query.access;

import java.util.Set;

/** Whose accounts are whose. */
public interface Accounts {

  /**
   * The customers that a user looks after.
   *
   * @param user as an opaque id
   */
  Set<String> of(String user);
}

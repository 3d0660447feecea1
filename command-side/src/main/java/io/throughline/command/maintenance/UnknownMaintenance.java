package io.throughline.command.maintenance;

import io.throughline.command.platform.NotKnown;

final class UnknownMaintenance extends NotKnown {
  private static final long serialVersionUID = 1L;

  UnknownMaintenance(String account, String windowId) {
    super(
        "No maintenance "
            + windowId
            + " of "
            + account
            + " was announced; GET /api/v1/operations/maintenance lists what was.");
  }
}

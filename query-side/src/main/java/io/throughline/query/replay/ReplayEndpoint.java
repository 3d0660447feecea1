package io.throughline.query.replay;

import io.throughline.query.platform.Reader;
import io.throughline.query.projection.ReplayRefused;
import io.throughline.query.projection.ReplayStatus;
import io.throughline.query.projection.Slices;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Folds a view anew beside the live one, over HTTP; for operations and integration. It goes live by
 * itself where it is the same, or where whoever asked said why it will not be; else two people
 * decide, on the command side: {@code POST /api/v1/replays/{slice}/switch}.
 */
@RestController
@RequestMapping("/api/v1/replays")
class ReplayEndpoint {
  private static final int LONGEST = 500;

  private final Slices slices;

  ReplayEndpoint(Slices slices) {
    this.slices = slices;
  }

  /**
   * @param changed why other documents are expected, because the projection changed; at most 500
   *     characters; null: none are
   */
  record ReplayRequest(@Nullable String changed) {}

  @GetMapping
  List<ReplayStatus> list() {
    allowed();
    return slices.replays();
  }

  /** 404 if the view was never folded anew. */
  @GetMapping("/{slice}")
  ResponseEntity<ReplayStatus> show(@PathVariable String slice) {
    allowed();
    return ResponseEntity.of(slices.replay(slice));
  }

  /** One that is under way goes on: asking again does no harm. */
  @PostMapping("/{slice}")
  ResponseEntity<ReplayStatus> begin(
      @PathVariable String slice,
      @RequestBody(required = false) @Nullable ReplayRequest request,
      Authentication who) {
    allowed();
    var changed = request == null ? null : request.changed();
    if (changed != null && (changed.isBlank() || changed.length() > LONGEST)) {
      throw new ReplayRefused(
          "changed says in 1 to " + LONGEST + " characters what changed in the projection.");
    }
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(slices.replay(slice, who.getName(), changed));
  }

  /** What it has folded is dropped. */
  @DeleteMapping("/{slice}")
  ReplayStatus abandon(@PathVariable String slice) {
    allowed();
    return slices.abandonReplay(slice);
  }

  /** What was live before is live again, at once. */
  @PostMapping("/{slice}/rollback")
  ReplayStatus rollBack(@PathVariable String slice, Authentication who) {
    allowed();
    return slices.rollBack(slice, who.getName());
  }

  private static void allowed() {
    Reader.require("operations", "integration");
  }
}

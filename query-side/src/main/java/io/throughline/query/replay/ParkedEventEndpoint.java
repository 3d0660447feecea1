package io.throughline.query.replay;

import io.throughline.query.platform.Reader;
import io.throughline.query.projection.ParkedEvent;
import io.throughline.query.projection.ReplayRefused;
import io.throughline.query.projection.Slices;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What views could not fold, over HTTP, under the addresses that the command side has for its own
 * processors; for operations and integration.
 */
@RestController
@RequestMapping("/api/v1/dead-letters")
class ParkedEventEndpoint {
  private static final int MOST = 1000;

  private final Slices slices;

  ParkedEventEndpoint(Slices slices) {
    this.slices = slices;
  }

  record Retrying(String processor) {}

  /** The oldest 1,000 of each view. */
  @GetMapping
  List<ParkedEvent> list() {
    Reader.require("operations", "integration");
    return slices.deadLetters(MOST);
  }

  /**
   * Whichever nodes read the events' partitions fold them again within a second, each document's in
   * order, as far as that goes.
   */
  @PostMapping("/{processor}/retry")
  ResponseEntity<Retrying> retry(@PathVariable String processor) {
    Reader.require("operations", "integration");
    if (!slices.retryParked(processor)) {
      throw new ReplayRefused(
          "No view is called "
              + processor
              + ": take the name from the list, as in slice-orderdetails. The command side retries"
              + " its own.");
    }
    return ResponseEntity.accepted().body(new Retrying(processor));
  }
}

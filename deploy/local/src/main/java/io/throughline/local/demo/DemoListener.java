package io.throughline.local.demo;

import io.throughline.local.demo.Submission.Refusal;

/** Whom a demo tells how it goes. */
public interface DemoListener {

  /** A new part of the work begins, in a few words. */
  void begins(String part);

  /** About once in half a second, and once at the end. */
  void progresses(DemoProgress progress);

  /** The command API would not take a customer or an order. */
  void refused(Refusal refusal);
}

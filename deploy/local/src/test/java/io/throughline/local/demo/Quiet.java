package io.throughline.local.demo;

import io.throughline.local.demo.Submission.Refusal;

/** Says nothing of what comes about; a refusal fails the test. */
public class Quiet implements DemoListener {
  @Override
  public void begins(String part) {}

  @Override
  public void progresses(DemoProgress progress) {}

  @Override
  public void refused(Refusal refusal) {
    throw new AssertionError("refused: " + refusal);
  }
}

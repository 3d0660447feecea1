package io.throughline.command.architecture.violating.right;

import io.throughline.command.architecture.violating.left.Left;

public final class Right {
  public Left left() {
    return new Left();
  }
}

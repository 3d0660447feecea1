package io.throughline.query.architecture.violating.right;

import io.throughline.query.architecture.violating.left.Left;

public final class Right {
  public Left left() {
    return new Left();
  }
}

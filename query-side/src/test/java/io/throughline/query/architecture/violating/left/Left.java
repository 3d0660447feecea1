package io.throughline.query.architecture.violating.left;

import io.throughline.query.architecture.violating.right.Right;

public final class Left {
  public Right right() {
    return new Right();
  }
}

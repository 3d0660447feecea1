package io.throughline.command.architecture.violating.left;

import io.throughline.command.architecture.violating.right.Right;

public final class Left {
  public Right right() {
    return new Right();
  }
}

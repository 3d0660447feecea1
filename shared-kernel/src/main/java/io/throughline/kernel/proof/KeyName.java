package io.throughline.kernel.proof;

/** What C2SP's signed-note allows as the name of a key; ours are also the origins of logs. */
final class KeyName {

  private KeyName() {}

  /**
   * @throws ProofRefused if it is empty or has a space, a plus sign or a control character
   */
  static void require(String name) {
    var allowed =
        !name.isEmpty()
            && name.codePoints()
                .noneMatch(
                    c ->
                        c == '+'
                            || Character.isWhitespace(c)
                            || Character.isSpaceChar(c)
                            || Character.isISOControl(c)
                            || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!allowed) {
      throw new ProofRefused(
          "The name of a key or log has at least one character and neither spaces nor plus signs");
    }
  }
}

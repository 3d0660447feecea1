package io.throughline.bench.proof;

import io.throughline.kernel.proof.VerifierKey;
import java.util.Random;

/** A kind of forgery: makes something false and has it checked. */
@FunctionalInterface
interface Forgery {

  /**
   * @param key the one that the victim trusts
   * @throws io.throughline.kernel.proof.ProofRefused as it should
   */
  void attempt(VerifierKey key, Random random) throws Exception;
}

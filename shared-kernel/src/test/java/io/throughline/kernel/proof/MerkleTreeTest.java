package io.throughline.kernel.proof;

import static io.throughline.kernel.proof.ReferenceTree.LEAVES;
import static io.throughline.kernel.proof.ReferenceTree.root;
import static io.throughline.kernel.proof.ReferenceTree.roots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the published vectors, and every shape of tree up to a size that has them all. */
class MerkleTreeTest {
  private static final String A =
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String B =
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String C =
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
  private static final String D =
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String E =
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String F =
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
  private static final String G =
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
  private static final String H =
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
  private static final String I =
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

  private static final int SIZES = 70;
  private static final List<byte[]> MANY =
      IntStream.range(0, SIZES)
          .mapToObj(i -> TreeHash.leaf(ByteBuffer.allocate(4).putInt(i).array()))
          .toList();

  @Test
  void rootsAreThoseOfTheReference() {
    var frontier = new Frontier();
    assertThat(HexFormat.of().formatHex(frontier.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (var size = 1; size <= LEAVES.size(); size++) {
      frontier.append(LEAVES.get(size - 1));
      assertThat(frontier.root()).isEqualTo(root(size));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ''",
    "0, 8, " + A + " " + B + " " + C,
    "5, 8, " + D + " " + E + " " + F,
    "2, 3, " + G,
    "1, 5, " + H + " " + B + " " + D
  })
  void inclusionPathsAreThoseOfTheReference(int index, int size, String path) {
    var hashes = hashes(path);
    assertThat(roots(InclusionProof.spans(index, size), LEAVES)).containsExactlyElementsOf(hashes);
    assertThat(InclusionProof.root(LEAVES.get(index), index, size, hashes)).isEqualTo(root(size));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, ''",
    "1, 8, " + A + " " + B + " " + C,
    "6, 8, " + I + " " + E + " " + F,
    "2, 5, " + B + " " + D
  })
  void consistencyPathsAreThoseOfTheReference(int earlier, int later, String path) {
    var hashes = hashes(path);
    assertThat(roots(ConsistencyProof.spans(earlier, later), LEAVES))
        .containsExactlyElementsOf(hashes);
    ConsistencyProof.check(earlier, root(earlier), later, root(later), hashes);
  }

  @Test
  void everyPathOfEveryTreeHoldsAndNoOtherDoes() {
    for (var size = 1; size <= SIZES; size++) {
      for (var index = 0; index < size; index++) {
        var path = roots(InclusionProof.spans(index, size), MANY);
        var leaf = MANY.get(index);
        assertThat(InclusionProof.root(leaf, index, size, path)).isEqualTo(rootOf(size));
        if (size > 1) {
          var other = MANY.get((index + 1) % size);
          assertThat(InclusionProof.root(other, index, size, path)).isNotEqualTo(rootOf(size));
          var shorter = path.subList(0, path.size() - 1);
          var at = index;
          var of = size;
          assertThatThrownBy(() -> InclusionProof.root(leaf, at, of, shorter))
              .isInstanceOf(ProofRefused.class);
        }
      }
    }
  }

  @Test
  void everyTreeIsConsistentWithAllEarlierOnesAndWithNoOther() {
    for (var later = 1; later <= SIZES; later++) {
      for (var earlier = 1; earlier <= later; earlier++) {
        var path = roots(ConsistencyProof.spans(earlier, later), MANY);
        ConsistencyProof.check(earlier, rootOf(earlier), later, rootOf(later), path);
        var wrong = TreeHash.leaf(new byte[] {1});
        var from = earlier;
        var to = later;
        assertThatThrownBy(() -> ConsistencyProof.check(from, wrong, to, rootOf(to), path))
            .isInstanceOf(ProofRefused.class);
        assertThatThrownBy(() -> ConsistencyProof.check(from, rootOf(from), to, wrong, path))
            .isInstanceOf(ProofRefused.class);
      }
    }
  }

  @Test
  void anyPartOfATreeCanBeReplacedByItsWholeSubtrees() {
    for (var size = 1; size <= SIZES; size++) {
      for (var begin = 0; begin <= size; begin++) {
        var frontier = new Frontier();
        var spans = new ArrayList<>(Span.wholeSubtrees(0, begin));
        spans.addAll(Span.wholeSubtrees(begin, size));
        var hashes = roots(spans, MANY);
        for (var i = 0; i < spans.size(); i++) {
          frontier.appendSubtree(spans.get(i).level(), hashes.get(i));
        }
        assertThat(frontier.root()).isEqualTo(rootOf(size));
      }
    }
  }

  @Test
  void aFrontierGoesOnFromItsBytes() {
    for (var size = 0; size < SIZES; size++) {
      var resumed = Frontier.of(size, frontierOf(size).toBytes());
      resumed.append(MANY.get(size));
      assertThat(resumed.root()).isEqualTo(rootOf(size + 1));
    }
  }

  @Test
  void aFrontierOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> Frontier.of(5, frontierOf(4).toBytes()))
        .isInstanceOf(ProofRefused.class);
    assertThatThrownBy(() -> frontierOf(5).appendSubtree(1, MANY.getFirst()))
        .isInstanceOf(ProofRefused.class);
  }

  private static Frontier frontierOf(int size) {
    var frontier = new Frontier();
    MANY.subList(0, size).forEach(frontier::append);
    return frontier;
  }

  /** As RFC 6962 defines it, by cutting in two. */
  private static byte[] rootOf(int size) {
    return rootOf(MANY.subList(0, size));
  }

  private static byte[] rootOf(List<byte[]> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    var middle = Integer.highestOneBit(leaves.size() - 1);
    return TreeHash.node(
        rootOf(leaves.subList(0, middle)), rootOf(leaves.subList(middle, leaves.size())));
  }

  private static List<byte[]> hashes(String path) {
    return path.isEmpty() ? List.of() : Stream.of(path.split(" ")).map(ReferenceTree::hex).toList();
  }
}

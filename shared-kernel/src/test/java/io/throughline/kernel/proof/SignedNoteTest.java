package io.throughline.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the examples in C2SP's signed-note and in Go's note package, and their rules. */
class SignedNoteTest {
  private static final String C2SP_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final String C2SP_NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;
  private static final String GO_KEY =
      """
      PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz
      PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW
      """;
  private static final String GO_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private final SigningKey key = SigningKey.make("example.com/log");
  private final Checkpoint checkpoint = new Checkpoint("example.com/log", 8, ReferenceTree.root(8));

  @Test
  void othersNotesAreVerified() {
    SignedNote.parse(C2SP_NOTE).requireSignedBy(VerifierKey.parse(C2SP_KEY));
    SignedNote.parse(GO_NOTE).requireSignedBy(SigningKey.parse(GO_KEY).verifierKey());
  }

  @Test
  void oursAreWhatOthersWouldWrite() {
    var text = GO_NOTE.substring(0, GO_NOTE.indexOf("\n\n") + 1);
    assertThat(SignedNote.sign(text, SigningKey.parse(GO_KEY))).hasToString(GO_NOTE);
  }

  @Test
  void keysAreReadAsTheyAreWritten() {
    assertThat(SigningKey.parse(GO_KEY).text()).isEqualTo(GO_KEY);
    assertThat(SigningKey.parse(key.text()).verifierKey().toString())
        .isEqualTo(key.verifierKey().toString());
    assertThat(VerifierKey.parse(C2SP_KEY + "\n")).hasToString(C2SP_KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com/foo",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U",
        " example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n\n",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
      })
  void whatIsNoKeyIsRefused(String text) {
    assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(ProofRefused.class);
  }

  @Test
  void aKeyOfTwoHalvesIsRefused() {
    var halves =
        SigningKey.make("a").text().lines().findFirst().orElseThrow()
            + "\n"
            + SigningKey.make("a").verifierKey()
            + "\n";
    assertThatThrownBy(() -> SigningKey.parse(halves)).isInstanceOf(ProofRefused.class);
  }

  @Test
  void aCheckpointIsOpenedWithItsKeyAndWithNoOther() {
    var signed = SignedCheckpoint.sign(checkpoint, key);
    var opened = SignedCheckpoint.open(signed.note(), key.verifierKey());
    assertThat(opened.size()).isEqualTo(8);
    assertThat(opened.root()).isEqualTo(ReferenceTree.root(8));
    var stranger = SigningKey.make("example.com/log").verifierKey();
    assertThatThrownBy(() -> SignedCheckpoint.open(signed.note(), stranger))
        .isInstanceOf(ProofRefused.class);
  }

  @Test
  void aCheckpointOfAnotherLogIsRefused() {
    var foreign = new Checkpoint("example.com/other", 8, ReferenceTree.root(8));
    var note = SignedNote.sign(foreign.body(), key).toString();
    assertThatThrownBy(() -> SignedCheckpoint.open(note, key.verifierKey()))
        .isInstanceOf(ProofRefused.class)
        .hasMessageContaining("example.com/other");
  }

  @Test
  void othersSignaturesAreNotInTheWay() {
    var note = SignedCheckpoint.sign(checkpoint, key).note();
    var witness = SignedNote.sign(checkpoint.body(), SigningKey.make("witness"));
    var line = witness.signatures().getFirst().toString();
    var cosigned = note.substring(0, note.indexOf("\n\n") + 2) + line + signatureOf(note);
    assertThat(SignedCheckpoint.open(cosigned, key.verifierKey()).size()).isEqualTo(8);
    assertThatThrownBy(() -> SignedCheckpoint.open(note + signatureOf(note), key.verifierKey()))
        .isInstanceOf(ProofRefused.class);
  }

  @Test
  void anyChangedCharacterIsNoticed() {
    var note = SignedCheckpoint.sign(checkpoint, key).note();
    for (var i = 0; i < note.length(); i++) {
      for (var c : new char[] {'A', 'b', '\n', ' ', '0', '\u2014', '\t', '='}) {
        var changed = note.substring(0, i) + c + note.substring(i + 1);
        if (!changed.equals(note)) {
          assertThatThrownBy(() -> SignedCheckpoint.open(changed, key.verifierKey()))
              .isInstanceOf(ProofRefused.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/log\n08\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyg=\n",
        "example.com/log\n+8\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyg=\n",
        "example.com/log\n-8\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyg=\n",
        "example.com/log\n9999999999999999999\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyg=\n",
        "example.com/log\n8\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyh=\n",
        "example.com/log\n8\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQw==\n",
        "example.com/log\n8\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyg=\nmore\n",
        "example.com/log\n8\n",
        "\n8\nXcnaeacGWamtVZy3Ad7Zoqudgjqtlpalz+Nw7/RgQyg=\n"
      })
  void evenASignedBodyIsReadStrictly(String body) {
    var note = SignedNote.sign(body, key).toString();
    assertThatThrownBy(() -> SignedCheckpoint.open(note, key.verifierKey()))
        .isInstanceOf(ProofRefused.class);
  }

  private static String signatureOf(String note) {
    return note.substring(note.indexOf("\n\n") + 2);
  }
}

package nadzor.store;

import com.google.common.hash.HashCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A chain of hashes: that of a record is the SHA-256 of the hash before it and the record's line.
 * Whoever knows one hash notices any change of what came before. Used by one thread.
 */
final class Chain {
  private final MessageDigest digest = sha256();
  private Head head;

  /** A chain that goes on from there. */
  Chain(Head head) {
    this.head = head;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Head head() {
    return head;
  }

  /** What the hash of the next record has to be if this is its line. */
  HashCode hash(byte[] line) {
    digest.update(head.hash().asBytes());
    return HashCode.fromBytes(digest.digest(line));
  }

  /** Adds a line. */
  Row add(byte[] line) {
    Row row = new Row(head.number() + 1, line, hash(line));
    head = row.head();
    return row;
  }

  /** Goes on to a row that was found to follow. */
  void goOn(Row row) {
    head = row.head();
  }
}

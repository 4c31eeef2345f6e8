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
  private long number;
  private byte[] last;

  /** A chain that goes on from there. */
  Chain(Head head) {
    number = head.number();
    last = head.hash().asBytes();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Head head() {
    return new Head(number, HashCode.fromBytes(last));
  }

  /** How many records it has. */
  long number() {
    return number;
  }

  /** What the hash of the next record has to be if this is its line. */
  byte[] hash(byte[] line) {
    digest.update(last);
    return digest.digest(line);
  }

  /** Adds a line. */
  Row add(byte[] line) {
    Row row = new Row(number + 1, line, hash(line));
    goOn(row);
    return row;
  }

  /** Goes on to a row that was found to follow. */
  void goOn(Row row) {
    number = row.number();
    last = row.octetsOfHash();
  }
}

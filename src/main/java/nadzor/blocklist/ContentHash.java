package nadzor.blocklist;

import com.google.common.hash.Hashing;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What a version holds, as one number: the sum modulo 2^256 of the SHA-256 of each rule. It does
 * not depend on order, and a small change is cheap. It tells versions apart; it is no signature.
 */
record ContentHash(BigInteger sum) {
  static final ContentHash EMPTY = new ContentHash(BigInteger.ZERO);
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  ContentHash plus(Rule rule) {
    return new ContentHash(sum.add(of(rule)).mod(MODULUS));
  }

  ContentHash minus(Rule rule) {
    return new ContentHash(sum.subtract(of(rule)).mod(MODULUS));
  }

  private static BigInteger of(Rule rule) {
    byte[] text = (rule + "\n" + rule.reason()).getBytes(StandardCharsets.UTF_8);
    return new BigInteger(1, Hashing.sha256().hashBytes(text).asBytes());
  }

  @Override
  public String toString() {
    return String.format("%064x", sum);
  }
}

package nadzor.blocklist;

import com.google.common.hash.Hashing;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * What a version holds, as one number: the sum modulo 2^256 of the SHA-256 of each rule. It does
 * not depend on order, and a small change is cheap. It tells versions apart; it is no signature.
 */
record ContentHash(BigInteger sum) {
  static final ContentHash EMPTY = new ContentHash(BigInteger.ZERO);
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  ContentHash plus(Collection<Rule> rules) {
    return plus(sumOf(rules));
  }

  ContentHash minus(Collection<Rule> rules) {
    return plus(sumOf(rules).negate());
  }

  ContentHash plus(ContentHash other) {
    return plus(other.sum);
  }

  private ContentHash plus(BigInteger other) {
    return other.signum() == 0 ? this : new ContentHash(sum.add(other).mod(MODULUS));
  }

  private static BigInteger sumOf(Collection<Rule> rules) {
    BigInteger sum = BigInteger.ZERO;
    for (Rule rule : rules) {
      sum = sum.add(of(rule));
    }
    return sum;
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

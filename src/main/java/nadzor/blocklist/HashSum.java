package nadzor.blocklist;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Adds up the hashes of rules. A rule is hashed as: kind, bits, line, ports, the first 16 octets of
 * the SHA-256 of its source, key. Used by one thread.
 */
final class HashSum {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int WIDTH = 32;
  private static final int HEADER = 2 + 2 * Integer.BYTES;

  private final MessageDigest sha256 = sha256();
  private final byte[] digest = new byte[WIDTH];
  private byte[] message = new byte[512];
  private long a;
  private long b;
  private long c;
  private long d;

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(Rule rule) {
    Kind kind = Kind.of(rule.matcher());
    Keys keys = kind.keys();
    byte[] key = keys.of(rule.matcher());
    int reach = keys.reach(rule.matcher());
    int ports = keys.ports(rule.matcher());
    RuleCode code = RuleCode.of(rule.measure(), reach, ports, 0, rule.reason());
    add(kind, code, Sources.digest(rule.reason()), ByteBuffer.wrap(key), 0, key.length);
  }

  void add(Kind kind, RuleCode rule, byte[] source, ByteBuffer key, int from, int to) {
    int length = HEADER + Sources.DIGEST + to - from;
    message = length > message.length ? new byte[length] : message;
    message[0] = kind.code();
    message[1] = (byte) rule.bits();
    putInt(2, rule.line());
    putInt(2 + Integer.BYTES, rule.ports());
    System.arraycopy(source, 0, message, HEADER, Sources.DIGEST);
    key.get(from, message, HEADER + Sources.DIGEST, to - from);
    addDigest(length);
  }

  private void putInt(int at, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      message[at + i] = (byte) (value >>> (Byte.SIZE * i));
    }
  }

  private void addDigest(int length) {
    sha256.update(message, 0, length);
    try {
      int unused = sha256.digest(digest, 0, WIDTH);
    } catch (DigestException e) {
      throw new IllegalStateException("32 octets hold a SHA-256", e);
    }
    add(word(0), word(1), word(2), word(3));
  }

  private long word(int which) {
    return (long) LONG.get(digest, which * Long.BYTES);
  }

  void add(ContentHash other) {
    add(other.a(), other.b(), other.c(), other.d());
  }

  private void add(long oa, long ob, long oc, long od) {
    d += od;
    long carry = Long.compareUnsigned(d, od) < 0 ? 1 : 0;
    c += carry;
    carry = carry == 1 && c == 0 ? 1 : 0;
    c += oc;
    carry += Long.compareUnsigned(c, oc) < 0 ? 1 : 0;
    b += carry;
    carry = carry == 1 && b == 0 ? 1 : 0;
    b += ob;
    carry += Long.compareUnsigned(b, ob) < 0 ? 1 : 0;
    a += oa + carry;
  }

  ContentHash total() {
    return new ContentHash(a, b, c, d);
  }
}

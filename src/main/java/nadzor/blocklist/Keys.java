package nadzor.blocklist;

import java.nio.ByteBuffer;

/** How rules of one kind become entries: what octets they are kept under, and back. Stateless. */
interface Keys {
  /** Whether rules with this matcher are kept so. */
  boolean takes(Matcher matcher);

  /** The key of a matcher that is kept so. */
  byte[] of(Matcher matcher);

  /** How far it reaches from its key, as {@link RuleCode} counts. */
  int reach(Matcher matcher);

  /** Its ports: the first in the upper half, the last in the lower; 0 where it has none. */
  default int ports(Matcher matcher) {
    return 0;
  }

  /** The matcher that these came from. */
  Matcher matcher(byte[] key, int reach, int ports);

  /** The mixed hash of a key. */
  long hash(byte[] octets, int from, int to);

  /** The mixed hash of a key. */
  long hash(ByteBuffer octets, int from, int to);

  /** Whether {@link #matcher} can make something of this key and a rule that reaches so. */
  boolean isSound(byte[] key, int reach);

  /** As {@link #isSound}, for the key of an entry without rules. */
  default boolean isSound(byte[] key) {
    return isSound(key, RuleCode.SELF);
  }
}

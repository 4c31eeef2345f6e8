package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import nadzor.flow.DomainName;

/** Rules on names by whole labels, under their names. */
final class NameKeys implements Keys {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  @Override
  public boolean takes(Matcher matcher) {
    return matcher instanceof NameMatcher;
  }

  @Override
  public byte[] of(Matcher matcher) {
    return ((NameMatcher) matcher).name().text().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public int reach(Matcher matcher) {
    return reach(((NameMatcher) matcher).scope());
  }

  static int reach(NameMatcher.Scope scope) {
    return switch (scope) {
      case EXACT -> RuleCode.SELF;
      case BELOW -> RuleCode.UNDER;
      case SUFFIX -> RuleCode.BOTH;
    };
  }

  @Override
  public Matcher matcher(byte[] key, int reach, int ports) {
    DomainName name = DomainName.of(new String(key, StandardCharsets.US_ASCII));
    return new NameMatcher(name, scope(reach));
  }

  private static NameMatcher.Scope scope(int reach) {
    return switch (reach) {
      case RuleCode.SELF -> NameMatcher.Scope.EXACT;
      case RuleCode.UNDER -> NameMatcher.Scope.BELOW;
      default -> NameMatcher.Scope.SUFFIX;
    };
  }

  @Override
  public long hash(byte[] octets, int from, int to) {
    return NameHash.of(octets, from, to);
  }

  @Override
  public long hash(ByteBuffer octets, int from, int to) {
    byte[] name = new byte[to - from];
    octets.get(from, name);
    return NameHash.of(name, 0, name.length);
  }

  @Override
  public boolean isSound(byte[] key, int reach) {
    return reach != RuleCode.AT_PORTS && isName(key, 0, key.length);
  }

  /** Whether these are the octets of a name in its one spelling. */
  static boolean isName(byte[] octets, int from, int to) {
    int label = 0;
    for (int i = from; i < to; i++) {
      label = octets[i] == '.' ? 0 : label + 1;
      boolean ends = i + 1 == to || octets[i + 1] == '.';
      if (label > MAX_LABEL || (label == 0 && ends) || (label > 0 && !isInLabel(octets[i]))) {
        return false;
      }
    }
    return to > from && to - from <= MAX_NAME && octets[from] != '.';
  }

  private static boolean isInLabel(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '_';
  }
}

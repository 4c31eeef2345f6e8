package nadzor.blocklist;

import com.google.common.primitives.Ints;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nadzor.flow.DomainName;

/** URLs of plain HTTP, under {@code host/path}; a key without a slash is a host by itself. */
final class UrlKeys implements Keys {
  private static final int MAX_PATH = 8000;
  private static final int LAST_PORT = 65_535;

  @Override
  public boolean takes(Matcher matcher) {
    return matcher instanceof UrlMatcher;
  }

  @Override
  public byte[] of(Matcher matcher) {
    return ((UrlMatcher) matcher).key().getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public int reach(Matcher matcher) {
    return ((UrlMatcher) matcher).prefix() ? RuleCode.UNDER : RuleCode.SELF;
  }

  @Override
  public Matcher matcher(byte[] key, int reach, int ports) {
    String text = new String(key, StandardCharsets.US_ASCII);
    int slash = text.indexOf('/');
    int colon = text.lastIndexOf(':', slash);
    String host = text.substring(0, colon < 0 ? slash : colon);
    int port =
        colon < 0 ? UrlMatcher.DEFAULT_PORT : Integer.parseInt(text.substring(colon + 1, slash));
    return new UrlMatcher(
        DomainName.of(host), port, text.substring(slash), reach == RuleCode.UNDER);
  }

  /** How long the host of a key is; -1 where there is no path. */
  static int hostLength(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      if (octets[i] == '/') {
        return i - from;
      }
    }
    return -1;
  }

  @Override
  public long hash(byte[] octets, int from, int to) {
    return OctetHash.forwards(octets, from, to);
  }

  @Override
  public long hash(ByteBuffer octets, int from, int to) {
    return OctetHash.forwards(octets, from, to);
  }

  @Override
  public boolean isSound(byte[] key, int reach) {
    int host = hostLength(key, 0, key.length);
    boolean exact = (reach & RuleCode.SELF) != 0;
    return host > 0
        && (reach == RuleCode.SELF || reach == RuleCode.UNDER)
        && isAuthority(key, host)
        && isPath(key, host)
        && !(exact && key[key.length - 1] == '*');
  }

  @Override
  public boolean isSound(byte[] key) {
    return hostLength(key, 0, key.length) < 0
        ? key.length > 0 && isAuthority(key, key.length)
        : isSound(key, RuleCode.UNDER);
  }

  private static boolean isAuthority(byte[] key, int to) {
    int colon = to - 1;
    while (colon > 0 && key[colon] != ':') {
      colon--;
    }
    return colon == 0
        ? NameKeys.isName(key, 0, to)
        : NameKeys.isName(key, 0, colon) && isPort(key, colon + 1, to);
  }

  private static boolean isPort(byte[] key, int from, int to) {
    String written = new String(key, from, to - from, StandardCharsets.US_ASCII);
    Integer port = Ints.tryParse(written);
    return port != null && port > 0 && port <= LAST_PORT && written.equals(String.valueOf(port));
  }

  private static boolean isPath(byte[] key, int from) {
    byte[] path = Arrays.copyOfRange(key, from, key.length);
    return path.length <= MAX_PATH
        && Arrays.equals(UrlPath.normalise(path).getBytes(StandardCharsets.US_ASCII), path);
  }
}

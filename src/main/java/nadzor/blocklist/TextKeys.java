package nadzor.blocklist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Masks, under an octet for their place and their text. */
final class TextKeys implements Keys {
  @Override
  public boolean takes(Matcher matcher) {
    return matcher instanceof TextMatcher;
  }

  @Override
  public byte[] of(Matcher matcher) {
    TextMatcher mask = (TextMatcher) matcher;
    byte[] text = mask.octets();
    byte[] key = new byte[text.length + 1];
    key[0] = mask.place().code();
    System.arraycopy(text, 0, key, 1, text.length);
    return key;
  }

  @Override
  public int reach(Matcher matcher) {
    return RuleCode.SELF;
  }

  @Override
  public Matcher matcher(byte[] key, int reach, int ports) {
    String text = new String(key, 1, key.length - 1, StandardCharsets.US_ASCII);
    return new TextMatcher(text, TextMatcher.Place.of(key[0]));
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
    try {
      return reach == RuleCode.SELF
          && key.length > 0
          && TextMatcher.Place.of(key[0]).code() == key[0]
          && Arrays.equals(of(matcher(key, reach, 0)), key);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

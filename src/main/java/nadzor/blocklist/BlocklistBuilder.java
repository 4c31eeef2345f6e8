package nadzor.blocklist;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Takes rules one by one and compiles them, without holding them as objects: two million names need
 * little more than the compiled version itself. A rule that is added twice counts once. Used once,
 * by one thread.
 */
public final class BlocklistBuilder {
  private final Map<Kind, EntriesBuilder> kinds = new EnumMap<>(Kind.class);

  /** Without rules. */
  public BlocklistBuilder() {
    for (Kind kind : Kind.values()) {
      kinds.put(kind, new EntriesBuilder(kind));
    }
  }

  private EntriesBuilder of(Kind kind) {
    return kinds.computeIfAbsent(kind, EntriesBuilder::new);
  }

  /** Adds one rule. */
  public BlocklistBuilder add(Rule rule) {
    of(Kind.of(rule.matcher())).add(rule);
    return this;
  }

  /** Adds one rule. */
  public BlocklistBuilder add(Matcher matcher, Measure measure, Reason reason) {
    return add(new Rule(matcher, measure, reason));
  }

  /**
   * Adds one rule whose matcher is written as {@link Matcher#of} reads it; a plain name in lower
   * case is taken as it stands, which is many times faster.
   *
   * @throws IllegalArgumentException if it is no matcher; the message says why
   */
  public BlocklistBuilder add(String written, Measure measure, Reason reason) {
    byte[] octets = written.getBytes(StandardCharsets.ISO_8859_1);
    NameMatcher.Scope scope = scope(written);
    int from = scope == NameMatcher.Scope.EXACT ? 0 : scope == NameMatcher.Scope.BELOW ? 2 : 1;
    return NameKeys.isName(octets, from, octets.length) && !isNumberLast(octets)
        ? addName(octets, from, octets.length, scope, measure, reason)
        : add(Matcher.of(written), measure, reason);
  }

  private static NameMatcher.Scope scope(String written) {
    return written.startsWith("*.")
        ? NameMatcher.Scope.BELOW
        : written.startsWith(".") ? NameMatcher.Scope.SUFFIX : NameMatcher.Scope.EXACT;
  }

  /** What ends with a digit may be an address. */
  private static boolean isNumberLast(byte[] octets) {
    byte last = octets[octets.length - 1];
    return last >= '0' && last <= '9';
  }

  /**
   * Adds one rule on a name given as octets.
   *
   * @param octets hold the name in its one spelling: A-labels, lower case, no trailing dot
   * @param from where the name begins
   * @param to where it ends
   * @throws IllegalArgumentException if these octets are no such name
   */
  public BlocklistBuilder name(
      byte[] octets, int from, int to, NameMatcher.Scope scope, Measure measure, Reason reason) {
    if (!NameKeys.isName(octets, from, to)) {
      String text = new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
      throw new IllegalArgumentException("'" + text + "' is no name in lower case A-labels");
    }
    return addName(octets, from, to, scope, measure, reason);
  }

  private BlocklistBuilder addName(
      byte[] octets, int from, int to, NameMatcher.Scope scope, Measure measure, Reason reason) {
    of(Kind.NAME).add(octets, from, to, NameKeys.reach(scope), 0, measure, reason);
    return this;
  }

  /**
   * Adds one rule on an address or a range, at all ports.
   *
   * @param octets 4 or 16, in network order; those beyond the prefix do not count
   * @param prefix 0 to 32, or to 128
   * @throws IllegalArgumentException if there is no such range
   */
  public BlocklistBuilder address(byte[] octets, int prefix, Measure measure, Reason reason) {
    boolean four = octets.length == Integer.BYTES;
    boolean six = octets.length == 2 * Long.BYTES;
    if (!(four || six) || prefix < 0 || prefix > octets.length * Byte.SIZE) {
      throw new IllegalArgumentException(
          "no range of addresses has " + octets.length + " octets and prefix /" + prefix);
    }
    long high = AddressKey.high(octets);
    long low = AddressKey.low(octets);
    int bits = four ? prefix + AddressKey.MAPPED : prefix;
    if (six && bits >= AddressKey.MAPPED && AddressKey.isMapped(high, low)) {
      throw new IllegalArgumentException("an IPv4 address in IPv6 is given with 4 octets");
    }
    long maskedHigh = AddressKey.maskedHigh(high, bits);
    byte[] key =
        AddressKeys.octets(new AddressKey(maskedHigh, AddressKey.maskedLow(low, bits), bits));
    of(Kind.ADDRESS).add(key, 0, key.length, RuleCode.SELF, 0, measure, reason);
    return this;
  }

  /** Compiles what was added. */
  public Blocklist build(long number) {
    return new Blocklist(
        number,
        Shelf.of(NameIndex::new, of(Kind.NAME).build()),
        Shelf.of(MaskIndex::of, of(Kind.TEXT).build()),
        Shelf.of(AddressIndex::of, of(Kind.ADDRESS).build()),
        Shelf.of(UrlIndex::of, of(Kind.URL).build()));
  }
}

package nadzor.blocklist;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import nadzor.flow.NameView;

/**
 * One compiled, numbered version of the rules, with a hash of its content; a delta costs what it
 * changes. Immutable, thread-safe.
 *
 * <p>What is found is what is ordered: an exception (see {@link Reason.OfException}) takes away
 * what it is nearer than.
 *
 * <p>A name with a trailing dot is no listed name: the filters compare octets.
 */
public final class Blocklist {
  /** Version 0, without rules. */
  public static final Blocklist EMPTY = new BlocklistBuilder().build(0);

  private final long number;
  private final Shelf<NameIndex> names;
  private final Shelf<MaskIndex> masks;
  private final Shelf<AddressIndex> addresses;
  private final Shelf<UrlIndex> urls;
  private final NameLookup byName;
  private final MaskLookup byText;
  private final AddressLookup byAddress;
  private final UrlLookup byUrl;

  Blocklist(
      long number,
      Shelf<NameIndex> names,
      Shelf<MaskIndex> masks,
      Shelf<AddressIndex> addresses,
      Shelf<UrlIndex> urls) {
    this.number = number;
    this.names = names;
    this.masks = masks;
    this.addresses = addresses;
    this.urls = urls;
    byName = new NameLookup(names.base().entries(), names.overlay().entries());
    byText = new MaskLookup(masks.base(), masks.overlay(), masks.nothing());
    byAddress = new AddressLookup(addresses.base(), addresses.overlay(), addresses.nothing());
    byUrl = new UrlLookup(urls.base(), urls.overlay(), urls.nothing());
  }

  /**
   * Compiles rules into a version of their own; a rule that stands twice counts once. {@link
   * BlocklistBuilder} does the same without a collection of them.
   */
  public static Blocklist compile(long number, Collection<Rule> rules) {
    BlocklistBuilder builder = new BlocklistBuilder();
    rules.forEach(builder::add);
    return builder.build(number);
  }

  /** This version's rules, less some, plus others, under another number. */
  public Blocklist next(long newNumber, Collection<Rule> added, Collection<Rule> removed) {
    return new Blocklist(
        newNumber,
        names.next(added, removed),
        masks.next(added, removed),
        addresses.next(added, removed),
        urls.next(added, removed));
  }

  /**
   * The same version with its deltas worked in. {@link #next} does that by itself where they have
   * become more than an eighth; who cannot wait then does it beforehand, on a thread of its own.
   */
  public Blocklist merged() {
    return new Blocklist(number, names.merged(), masks.merged(), addresses.merged(), urls.merged());
  }

  /** The same rules under another number. */
  public Blocklist numbered(long newNumber) {
    return new Blocklist(newNumber, names, masks, addresses, urls);
  }

  /**
   * Every rule that holds this name: those of the name, those that reach it from above, and the
   * masks whose text it has. Rules are made for each that holds; nothing is allocated where none
   * does.
   */
  public Match find(NameView name) {
    if (!hasMasks()) {
      return byName.find(name);
    }
    if (orders(name) == 0) {
      return Match.NONE;
    }
    boolean excepted = (byName.orders(name) & Entry.EXCEPTED) != 0;
    return excepted ? byName.find(name) : byName.find(name).plus(byText.find(name));
  }

  /**
   * The rules that name exactly this name: for networks that compare whole names, to which what
   * reaches a name from above and masks mean nothing. Allocates nothing where there is none.
   */
  public Match findExact(NameView name) {
    return byName.findExact(name);
  }

  /**
   * Which measures the rules of {@link #find} order, a bit for each by {@link Measure#bit}, without
   * the rules themselves. Never allocates.
   */
  public int orders(NameView name) {
    int found = byName.orders(name);
    return hasMasks() ? withMasks(found, byText.orders(name)) : found & ~Entry.EXCEPTED;
  }

  /** A mask is wider than any name; an exception by one goes before everything. */
  private static int withMasks(int byName, int byText) {
    boolean excepted = (byText & Entry.EXCEPTED) != 0;
    int masks = (byName & Entry.EXCEPTED) != 0 ? 0 : byText;
    return excepted ? 0 : (byName | masks) & ~Entry.EXCEPTED;
  }

  /** The measures of {@link #findExact}, as bits. Never allocates. */
  public int ordersExactly(NameView name) {
    return byName.ordersExactly(name);
  }

  /** Every rule whose addresses and ports hold these, the longest prefix first. */
  public Match find(InetAddress address, int port) {
    return hasAddresses() ? byAddress.find(address, port) : Match.NONE;
  }

  /**
   * The measures of {@link #find(InetAddress, int)}, as bits. Allocates nothing of its own: an
   * address hands out its octets only as a copy of 24 or 32 octets, which the compiler often
   * avoids.
   */
  public int orders(InetAddress address, int port) {
    return hasAddresses() ? byAddress.orders(address, port) : 0;
  }

  /**
   * Every rule whose URL is the one of a plain HTTP request at port 80, or begins it.
   *
   * @param host the host that is asked for, lower case, without a port
   * @param target the target of the request line in origin or absolute form; any other holds none.
   *     A port in an absolute form counts.
   */
  public Match findUrl(NameView host, String target) {
    return findUrl(host, UrlMatcher.DEFAULT_PORT, target);
  }

  /**
   * As {@link #findUrl(NameView, String)}, at another port.
   *
   * @param port the port that the request goes to, where its target does not say
   */
  public Match findUrl(NameView host, int port, String target) {
    return hasUrls() ? byUrl.find(host, port, target) : Match.NONE;
  }

  /** Whether there are rules on text within names. */
  public boolean hasMasks() {
    return masks.size() > 0;
  }

  /** Whether there are rules on addresses or ports. */
  public boolean hasAddresses() {
    return addresses.size() > 0;
  }

  /** Whether there are rules on URLs. */
  public boolean hasUrls() {
    return urls.size() > 0;
  }

  /** All rules, in no promised order, made anew: {@link #forEach} does not hold them all. */
  public List<Rule> rules() {
    List<Rule> all = new ArrayList<>(size());
    forEach(all::add);
    return all;
  }

  /** Calls with every rule, in no promised order; each is made for the call. */
  public void forEach(Consumer<Rule> to) {
    forEachEntry(rules -> rules.forEach(to));
  }

  /**
   * Calls with the rules of every resource: a name, a text, a range of addresses, or a URL, however
   * far each rule reaches from it, exceptions too. No list is empty.
   */
  public void forEachEntry(Consumer<List<Rule>> to) {
    shelves().forEach(shelf -> shelf.forEachEntry(to));
  }

  /** The rules of each kind, by {@link Kind}. */
  List<Shelf<? extends EntryIndex>> shelves() {
    return List.of(names, masks, addresses, urls);
  }

  /** How many distinct rules there are on names, on text within names, on addresses, on URLs. */
  public RuleCounts counts() {
    return new RuleCounts(names.size(), masks.size(), addresses.size(), urls.size());
  }

  /** The version's number. */
  public long number() {
    return number;
  }

  /** How many distinct rules there are. */
  public int size() {
    return names.size() + masks.size() + addresses.size() + urls.size();
  }

  /**
   * 64 hexadecimal digits; equal for equal sets of rules, however they were put together. A sum of
   * SHA-256 over the rules, worked out when first asked for (about a third of a second for a
   * million rules) and kept over deltas: it tells versions apart and is no signature.
   */
  public String contentHash() {
    return names.hash().plus(masks.hash()).plus(addresses.hash()).plus(urls.hash()).toString();
  }

  /** The octets that the compiled version takes: keys, rules, reasons and all that finds them. */
  public long indexBytes() {
    return shelves().stream().mapToLong(Shelf::bytes).sum();
  }

  @Override
  public String toString() {
    return "blocklist " + number + " (" + size() + " rules)";
  }
}

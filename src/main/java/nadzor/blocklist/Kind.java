package nadzor.blocklist;

/** The kinds of rules; each is kept apart from the others. */
enum Kind {
  NAME(1),
  TEXT(2),
  ADDRESS(3),
  URL(4);

  private static final Keys NAMES = new NameKeys();
  private static final Keys TEXTS = new TextKeys();
  private static final Keys ADDRESSES = new AddressKeys();
  private static final Keys URLS = new UrlKeys();

  private final byte code;

  Kind(int code) {
    this.code = (byte) code;
  }

  /** The octet that stands for it in a hash. */
  byte code() {
    return code;
  }

  Keys keys() {
    return switch (this) {
      case NAME -> NAMES;
      case TEXT -> TEXTS;
      case ADDRESS -> ADDRESSES;
      case URL -> URLS;
    };
  }

  static Kind of(Matcher matcher) {
    if (matcher instanceof NameMatcher) {
      return NAME;
    }
    if (matcher instanceof AddressMatcher) {
      return ADDRESS;
    }
    return matcher instanceof UrlMatcher ? URL : TEXT;
  }
}

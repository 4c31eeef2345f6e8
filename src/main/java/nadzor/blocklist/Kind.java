package nadzor.blocklist;

/** The kinds of rules; each is kept apart from the others. */
enum Kind {
  NAME(new NameKeys()),
  TEXT(new TextKeys()),
  ADDRESS(new AddressKeys()),
  URL(new UrlKeys());

  private final Keys keys;

  Kind(Keys keys) {
    this.keys = keys;
  }

  Keys keys() {
    return keys;
  }

  static Kind of(Matcher matcher) {
    for (Kind kind : values()) {
      if (kind.keys.takes(matcher)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind for " + matcher);
  }
}

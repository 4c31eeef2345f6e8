package nadzor.exchange;

import java.util.Optional;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.flow.AddressRange;

/** What an item of a list is about. Immutable. */
public sealed interface Target {
  /** What can be matched here; empty for what is about who asks and who answers. */
  default Optional<Matcher> matcher() {
    return Optional.empty();
  }

  /** Names, texts within names, addresses, or URLs that begin alike. */
  record Matched(Matcher what) implements Target {
    @Override
    public Optional<Matcher> matcher() {
      return Optional.of(what);
    }

    @Override
    public String toString() {
      return what.toString();
    }
  }

  /**
   * A URL as the list has it.
   *
   * @param text the whole URL
   * @param what the URL where it is plain HTTP; else its host, as a passive observer sees no more
   */
  record Url(String text, Matcher what) implements Target {
    @Override
    public Optional<Matcher> matcher() {
      return Optional.of(what);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Questions of clients at these addresses (RPZ: {@code rpz-client-ip}). */
  record Asker(AddressRange range) implements Target {
    @Override
    public String toString() {
      return "client at " + range;
    }
  }

  /** Names whose zone is served by these servers (RPZ: {@code rpz-nsdname}). */
  record Server(NameMatcher name) implements Target {
    @Override
    public String toString() {
      return "name server " + name;
    }
  }

  /** Names whose zone is served at these addresses (RPZ: {@code rpz-nsip}). */
  record ServerAddress(AddressRange range) implements Target {
    @Override
    public String toString() {
      return "name server at " + range;
    }
  }
}

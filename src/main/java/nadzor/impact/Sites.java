package nadzor.impact;

import com.google.common.net.InternetDomainName;
import java.util.Optional;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.TextMatcher;
import nadzor.blocklist.UrlMatcher;
import nadzor.flow.DomainName;

/** Registrable domains, by the public suffix list that comes with Guava. */
final class Sites {
  private Sites() {}

  /** The public suffix of a name and one label more; the name itself where it has none. */
  static String of(String name) {
    if (!InternetDomainName.isValid(name)) {
      return name;
    }
    InternetDomainName domain = InternetDomainName.from(name);
    return domain.isUnderPublicSuffix() ? domain.topPrivateDomain().toString() : name;
  }

  /** The site that a rule is about; empty where it names none. */
  static Optional<String> of(Matcher matcher) {
    if (matcher instanceof NameMatcher names) {
      return Optional.of(of(names.name().text()));
    }
    if (matcher instanceof UrlMatcher url) {
      return Optional.of(of(url.host().text()));
    }
    return matcher instanceof TextMatcher text ? ofText(text.text()) : Optional.empty();
  }

  /** What of a mask's text could be a name: {@code t.co} of {@code *.t.co*}. */
  private static Optional<String> ofText(String text) {
    String bare = text.replaceAll("^[.-]+|[.-]+$", "");
    return bare.indexOf('.') < 0
        ? Optional.empty()
        : DomainName.tryOf(bare).map(name -> of(name.text()));
  }

  /** How a rule comes to hold this name. */
  static Reach reach(Matcher matcher, String name) {
    if (matcher instanceof TextMatcher) {
      return Reach.MASK;
    }
    if (matcher instanceof AddressMatcher) {
      return Reach.ADDRESS;
    }
    if (matcher instanceof NameMatcher names) {
      return names.name().text().equals(name) ? Reach.EXACT : Reach.PARENT;
    }
    return Reach.EXACT;
  }
}

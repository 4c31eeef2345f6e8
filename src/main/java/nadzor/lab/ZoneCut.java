package nadzor.lab;

import com.google.common.net.InternetDomainName;
import nadzor.flow.DomainName;

/** Where a zone begins. Pure. */
final class ZoneCut {
  private ZoneCut() {}

  /**
   * The apex of the zone that holds a name: its registrable domain by the Public Suffix List as
   * Guava ships it; below a top-level domain that the list does not know (such as {@code test}) the
   * last two labels; the name itself where it is a public suffix.
   */
  static DomainName apexOf(DomainName name) {
    InternetDomainName listed = InternetDomainName.from(name.text());
    if (listed.isUnderPublicSuffix()) {
      return DomainName.of(listed.topPrivateDomain().toString());
    }
    if (listed.isPublicSuffix()) {
      return name;
    }
    String[] labels = name.text().split("\\.", -1);
    int last = labels.length - 1;
    return last == 0 ? name : DomainName.of(labels[last - 1] + "." + labels[last]);
  }
}

package nadzor.exchange;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.flow.Addresses;

/** An address and names a line. {@code 0.0.0.0} is the customary way to list a name there. */
final class HostsReader implements LineFormat {
  static final String SINK = "0.0.0.0";

  /** Names of the machine itself, which hosts files begin with. */
  private static final Set<String> OWN =
      Set.of(
          "localhost",
          "localhost.localdomain",
          "local",
          "broadcasthost",
          "ip6-localhost",
          "ip6-loopback",
          "ip6-localnet",
          "ip6-mcastprefix",
          "ip6-allnodes",
          "ip6-allrouters",
          "ip6-allhosts",
          "0.0.0.0");

  /** Takes what a line lists. */
  interface Taker {
    void take(Matcher what, Prescription prescription) throws IOException;
  }

  @Override
  public void line(String written, Intake in) throws IOException {
    line(written, in, in::item);
  }

  void line(String written, Intake in, Taker to) throws IOException {
    int hash = written.indexOf('#');
    Words words = new Words(hash < 0 ? written : written.substring(0, hash));
    if (!words.next()) {
      return;
    }
    String address = words.word();
    if (!Addresses.isLiteral(address)) {
      in.refuseValue(Fault.SHAPE, words.column(), address, "an address and names after it");
      return;
    }
    boolean any = false;
    while (words.next()) {
      any = true;
      name(address, words.word(), words.column(), in, to);
    }
    if (!any) {
      in.refuseValue(Fault.SHAPE, words.column(), written.strip(), "names after the address");
    }
  }

  private static void name(String address, String word, int column, Intake in, Taker to)
      throws IOException {
    if (OWN.contains(word)) {
      in.drop(Loss.SETTING, column, word, "a name of the machine itself");
      return;
    }
    Optional<Matcher> what = Naming.matcher(word, column, true, in);
    if (what.isPresent()) {
      to.take(what.get(), prescription(address));
    }
  }

  /** What an address in a hosts file, or in dnsmasq's configuration, means. */
  static Prescription prescription(String address) {
    boolean four = CharMatcher.is(':').matchesNoneOf(address);
    return address.equals(SINK)
        ? Prescription.LISTED
        : Prescription.data((four ? "A " : "AAAA ") + address);
  }
}

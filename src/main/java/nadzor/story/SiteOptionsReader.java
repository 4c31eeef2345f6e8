package nadzor.story;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import nadzor.files.Node;
import nadzor.flow.DomainName;
import nadzor.lab.Naming;
import nadzor.lab.SiteOptions;
import nadzor.lab.Slowness;

/** Reads how a site behaves. */
final class SiteOptionsReader {
  private SiteOptionsReader() {}

  static SiteOptions of(Node site, Places places) {
    Optional<DomainName> redirect = name(site, "redirect");
    Optional<Slowness> slow = site.find("slow").map(node -> slowness(node, places));
    return places.at(
        "options of " + site.text("host"),
        site,
        () ->
            new SiteOptions(
                site.flag("http3", SiteOptions.USUAL.http3()),
                site.flag("tolerant", false),
                site.flag("down", false),
                site.flag("expired", false),
                redirect,
                slow,
                new Naming(name(site, "alias"), name(site, "ech"))));
  }

  private static Optional<DomainName> name(Node site, String key) {
    return site.find(key).map(to -> to.as(DomainName::of, "a domain name"));
  }

  private static Slowness slowness(Node node, Places places) {
    Duration before = node.find("before").map(Node::duration).orElse(Duration.ZERO);
    OptionalLong rate =
        node.find("rate")
            .map(value -> OptionalLong.of((long) value.rate()))
            .orElse(OptionalLong.empty());
    return places.at("slow", node, () -> new Slowness(before, rate));
  }
}

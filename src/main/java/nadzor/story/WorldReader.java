package nadzor.story;

import java.util.List;
import java.util.Optional;
import nadzor.files.Node;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.lab.Site;
import nadzor.lab.SiteObject;
import nadzor.lab.World;

/** Reads the world: sites and canaries. */
final class WorldReader {
  private final Places places;

  WorldReader(Places places) {
    this.places = places;
  }

  List<Site> sites(Node root) {
    return root.get("world").items("sites").stream().map(this::site).toList();
  }

  Canaries canaries(Node root) {
    Node canaries = root.get("world").get("canaries");
    return new Canaries(canary(canaries.get("restricted")), canary(canaries.get("free")));
  }

  /** The world's own checks, with the world's place in the file. */
  void check(Node root, List<Site> all) {
    try {
      World.of(all);
    } catch (IllegalArgumentException e) {
      throw Places.refused(root.get("world").get("sites"), String.valueOf(e.getMessage()));
    }
  }

  private Site site(Node node) {
    Site bare =
        base(node, node.text("group"), node.text("title", node.text("host")))
            .behaving(SiteOptionsReader.of(node, places));
    return withObject(bare, node);
  }

  private Site withObject(Site bare, Node node) {
    return node.find("object").map(object -> bare.with(object(object))).orElse(bare);
  }

  private Site canary(Node node) {
    return withObject(base(node, "canary", node.text("host")), node);
  }

  private Site base(Node node, String group, String title) {
    DomainName host = node.get("host").as(DomainName::of, "a domain name");
    return places.at(
        "site " + host,
        node,
        () ->
            new Site(
                host,
                node.get("address").as(Addresses::parse, "an address"),
                node.find("ipv6").map(v6 -> v6.as(Addresses::parse, "an address")),
                group,
                title,
                List.of(),
                List.of()));
  }

  private SiteObject object(Node node) {
    return places.at(
        "object",
        node,
        () -> new SiteObject(node.text("path"), node.integer("bytes", 0), type(node.text("path"))));
  }

  private static String type(String path) {
    return Optional.of(path)
        .filter(p -> p.endsWith(".png"))
        .map(p -> SiteObject.PNG)
        .orElse("application/octet-stream");
  }
}

package nadzor.lab;

import java.util.List;
import nadzor.flow.DomainName;

/** A small world for tests: two names on one address, a CDN, neutral sites. */
final class TestWorld {
  static final SiteObject IMAGE = new SiteObject("/object.png", 400_000, SiteObject.PNG);

  private static final String CDN = "scontent.xx.fbcdn.net";

  static final World WORLD =
      World.of(
          List.of(
              Site.of("www.facebook.com", "127.10.0.1", "front")
                  .withIpv6("2001:db8:face::1")
                  .showing(new SiteReference(DomainName.of(CDN), IMAGE.path())),
              Site.of("facebook.com", "127.10.0.1", "front"),
              Site.of(CDN, "198.51.100.7", "cdn").with(IMAGE),
              Site.of("example.org", "127.10.0.3", "neutral")
                  .with(new SiteObject("/text", 1000, "text/plain")),
              Site.of("site.test", "127.10.0.4", "neutral")));

  private TestWorld() {}

  static Site site(String host) {
    return WORLD.site(DomainName.of(host)).orElseThrow();
  }
}

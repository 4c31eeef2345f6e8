package nadzor.lab;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import nadzor.flow.DomainName;

/** A small world for tests: two names on one address, a CDN, neutral sites. */
final class TestWorld {
  static final SiteObject IMAGE = new SiteObject("/object.png", 400_000, SiteObject.PNG);

  private static final String MANY_AT = "127.10.0.5";
  private static final String CDN = "scontent.xx.fbcdn.net";

  /** So many on one address that their certificate does not fit in one TLS record of 1 KiB. */
  private static final Stream<Site> MANY =
      IntStream.range(0, 60).mapToObj(i -> Site.of("site-" + i + ".many.test", MANY_AT, "neutral"));

  static final World WORLD =
      World.of(
          Stream.concat(
                  Stream.of(
                      Site.of("www.facebook.com", "127.10.0.1", "front")
                          .withIpv6("2001:db8:face::1")
                          .showing(new SiteReference(DomainName.of(CDN), IMAGE.path())),
                      Site.of("facebook.com", "127.10.0.1", "front"),
                      Site.of(CDN, "198.51.100.7", "cdn").with(IMAGE),
                      Site.of("example.org", "127.10.0.3", "neutral")
                          .with(new SiteObject("/text", 1000, "text/plain")),
                      Site.of("site.test", "127.10.0.4", "neutral")),
                  MANY)
              .toList());

  private TestWorld() {}

  static Site site(String host) {
    return WORLD.site(DomainName.of(host)).orElseThrow();
  }
}

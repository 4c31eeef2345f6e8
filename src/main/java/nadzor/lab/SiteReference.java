package nadzor.lab;

import nadzor.flow.DomainName;

/** A page's pointer to an object of some site, which is often another one: a CDN. Immutable. */
public record SiteReference(DomainName host, String path) {
  /** Without a scheme, so that it is fetched as the page was: {@code //host/path}. */
  String url() {
    return "//" + host.text() + path;
  }
}

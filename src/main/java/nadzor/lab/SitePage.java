package nadzor.lab;

import com.google.common.escape.Escaper;
import com.google.common.html.HtmlEscapers;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a site: the laboratory's own, in nothing like the real one. Pure. */
final class SitePage {
  private static final Escaper ESCAPER = HtmlEscapers.htmlEscaper();

  private SitePage() {}

  /** As HTML. */
  static String of(Site site, World world) {
    String objects =
        Stream.concat(
                site.objects().stream().map(own -> new SiteReference(site.host(), own.path())),
                site.shows().stream())
            .map(reference -> object(reference, world))
            .collect(Collectors.joining("\n"));
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%1$s (laboratory origin, simulation)</title>
        <style>:root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;margin:2rem}</style>
        </head>
        <body>
        <main>
        <h1>%2$s</h1>
        <p>%1$s</p>
        <p>laboratory origin, simulation: role %3$s, address %4$s</p>
        %5$s
        </main>
        </body>
        </html>
        """
        .formatted(
            ESCAPER.escape(site.title()),
            ESCAPER.escape(site.host().text()),
            ESCAPER.escape(site.role()),
            site.ipv4().getHostAddress(),
            objects);
  }

  private static String object(SiteReference reference, World world) {
    boolean image =
        world
            .site(reference.host())
            .flatMap(site -> site.object(reference.path()))
            .map(SiteObject::isImage)
            .orElse(false);
    String url = ESCAPER.escape(reference.url());
    return image
        ? "<p><img src=\"%1$s\" alt=\"object %1$s\"></p>".formatted(url)
        : "<p><a href=\"%1$s\">object %1$s</a></p>".formatted(url);
  }
}

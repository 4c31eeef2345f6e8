package nadzor.lab;

import com.google.common.escape.Escaper;
import com.google.common.html.HtmlEscapers;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the block page: one file, no script, nothing fetched, readable without sight. Pure. */
public final class BlockPage {
  private static final Escaper ESCAPER = HtmlEscapers.htmlEscaper();
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--fg:#1b1b1b;--bg:#fff;--line:#767676;--note:#7a1f00}
      @media(prefers-color-scheme:dark){:root{--fg:#eee;--bg:#161616;--line:#8c8c8c;--note:#ffb59b}}
      body{font:1.05rem/1.5 system-ui,sans-serif;color:var(--fg);background:var(--bg);margin:0}
      main{max-width:42rem;margin:auto;padding:1rem;overflow-wrap:anywhere}
      .note{border:.2rem solid var(--note);color:var(--note);padding:.5rem 1rem;font-weight:700}
      dt{font-weight:700;margin-top:.6rem}dd{margin:0}
      section{border-top:1px solid var(--line);margin-top:1.5rem}
      section p{white-space:pre-line}
      """;

  private BlockPage() {}

  /** As a whole HTML document in UTF-8; every text in it is escaped. */
  public static String render(BlockNotice notice) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>SIMULATION: access to %1$s is restricted</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <main>
        <p class="note" role="note">SIMULATION: this page comes from a nadzor laboratory on this \
        machine. No authority and no network operator sent it.</p>
        <h1>Access to %1$s is restricted</h1>
        <dl>
        %3$s</dl>
        <section aria-labelledby="statement">
        <h2 id="statement">Statement</h2>
        %4$s
        </section>
        </main>
        </body>
        </html>
        """
        .formatted(
            ESCAPER.escape(notice.host().isEmpty() ? "this site" : notice.host()),
            STYLE,
            facts(notice),
            paragraphs(notice.statement()));
  }

  private static String facts(BlockNotice notice) {
    return row("Authority", notice.authority())
        + row("Decision", notice.decision())
        + row("Case", notice.caseName())
        + row("Legal basis", notice.legalBasis());
  }

  private static String row(String label, Optional<String> text) {
    return text.map(known -> "<dt>%s</dt><dd>%s</dd>\n".formatted(label, ESCAPER.escape(known)))
        .orElse("");
  }

  private static String paragraphs(String text) {
    return Arrays.stream(text.strip().split("\\R\\s*\\R"))
        .map(paragraph -> "<p>" + ESCAPER.escape(paragraph.strip()) + "</p>")
        .collect(Collectors.joining("\n"));
  }
}

package nadzor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.file.HttpFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The pages of the dashboard: each file holds what its head has of its own and its main part; the
 * rest stands once, in {@code web/shell.html}, whose navigation names the pages there are.
 * Immutable.
 *
 * @param whole by file name, in the navigation's order
 */
record Pages(Map<String, String> whole) {
  private static final String FOLDER = "/web/";
  private static final String FIRST = "index.html";
  private static final Pattern LINK = Pattern.compile("<li><a href=\"([a-z]+\\.html)\">");
  private static final String MAIN = "<h1>";

  /** The shipped ones. */
  static Pages shipped() {
    String shell = read("shell.html");
    Map<String, String> whole = new LinkedHashMap<>();
    LINK.matcher(shell)
        .results()
        .map(link -> link.group(1))
        .forEach(file -> whole.put(file, composed(shell, file, read("pages/" + file))));
    return new Pages(whole);
  }

  private static String read(String file) {
    try (InputStream in = Pages.class.getResourceAsStream(FOLDER + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String composed(String shell, String file, String page) {
    int main = page.indexOf(MAIN);
    if (main < 0) {
      throw new IllegalStateException(file + ": found no " + MAIN + ", expected the main part");
    }
    String link = "<a href=\"" + file + "\"";
    return shell
            .replace("<li>" + link + ">", "<li>" + link + " aria-current=\"page\">")
            .replace("{{head}}", indented(page.substring(0, main), "  "))
            .replace("{{main}}", indented(page.substring(main), "    "))
        + "\n";
  }

  private static String indented(String text, String by) {
    return text.strip().replace("\n", "\n" + by);
  }

  /** What answers each path; the first page at the root too. */
  Map<String, HttpService> services() {
    Map<String, HttpService> all = new LinkedHashMap<>();
    whole.forEach((file, text) -> all.put("/" + file, service(text)));
    all.put("/", Objects.requireNonNull(all.get("/" + FIRST)));
    return all;
  }

  /** With an ETag of its content (RFC 9110, section 8.8.3). */
  private static HttpService service(String text) {
    byte[] octets = text.getBytes(UTF_8);
    String tag = Hashing.sha256().hashBytes(octets).toString();
    return HttpFile.builder(HttpData.wrap(octets))
        .contentType(MediaType.HTML_UTF_8)
        .entityTag((unused, attributes) -> tag)
        .lastModified(false)
        .build()
        .asService();
  }
}

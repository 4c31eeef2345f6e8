package nadzor.registry;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of one language, read from the program itself. Plain text: nothing is escaped. */
final class Templates {
  private static final Templates ENGLISH = new Templates(Language.ENGLISH);
  private static final Templates RUSSIAN = new Templates(Language.RUSSIAN);

  private final Language language;
  private final Mustache.Compiler compiler;
  private final Map<String, Template> compiled = new ConcurrentHashMap<>();

  private Templates(Language language) {
    this.language = language;
    this.compiler = Mustache.compiler().escapeHTML(false).defaultValue("").withLoader(this::reader);
  }

  static Templates of(Language language) {
    return language == Language.RUSSIAN ? RUSSIAN : ENGLISH;
  }

  /** The template filled in; each line ends with LF. */
  String fill(String name, Map<String, Object> values) {
    return compiled.computeIfAbsent(name, one -> compiler.compile(text(one))).execute(values);
  }

  private Reader reader(String name) {
    return new StringReader(text(name));
  }

  private String text(String name) {
    String path = "/statements/" + language.code() + "/" + name + ".mustache";
    try (InputStream stream = Templates.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no template " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}

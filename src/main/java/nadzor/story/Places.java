package nadzor.story;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nadzor.files.BadFile;
import nadzor.files.Node;
import nadzor.registry.RegistryException;

/** Which value of a file an entry of the registry came from: its refusals get a place in a file. */
final class Places {
  private static final Pattern SENTENCE = Pattern.compile("(.*?):? found (.*?)[,;] expected (.*)");

  private final Node root;
  private final Map<String, Node> byTitle = new HashMap<>();

  Places(Node root) {
    this.root = root;
  }

  /** Notes the place of an entry, as {@code decision fb-1}, and makes it. */
  <T> T at(String title, Node node, Supplier<T> maker) {
    byTitle.put(title, node);
    return refusing(node, maker);
  }

  /** Runs what may refuse any entry. */
  <T> T anywhere(Supplier<T> maker) {
    return refusing(root, maker);
  }

  private <T> T refusing(Node otherwise, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (RegistryException e) {
      Node place = byTitle.getOrDefault(e.where(), otherwise);
      throw place.wrong(e.where() + " with " + e.found(), e.expected());
    } catch (BadFile e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw refused(otherwise, String.valueOf(e.getMessage()));
    }
  }

  /** Values of other rooms tell found and expected in one sentence. */
  static BadFile refused(Node node, String message) {
    Matcher parts = SENTENCE.matcher(message);
    return parts.matches()
        ? node.wrong(parts.group(1) + " " + parts.group(2), parts.group(3))
        : node.wrong(message, "something that can be");
  }
}

package nadzor.exchange;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Our own format: a first line with version and heading, a line for each item, a last line with
 * their number and the SHA-256 of all lines before it, each with its line feed.
 */
final class JsonLinesReader implements LineFormat {
  static final String VERSION = "nadzor-list";
  static final long CURRENT = 1;

  private final JsonFactory factory =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final Hasher hash = Hashing.sha256().newHasher();
  private boolean begun;
  private boolean ended;
  private long items;

  @Override
  public void line(String text, Intake in) throws IOException {
    Optional<JsonObject> object = parse(text, in);
    if (object.isPresent()) {
      try {
        take(object.get(), in);
      } catch (IllegalArgumentException | ArithmeticException e) {
        refuse(1, String.valueOf(e.getMessage()), in);
      }
    }
    if (!ended) {
      hash.putString(text, StandardCharsets.UTF_8).putByte((byte) '\n');
    }
  }

  private void refuse(int column, String message, Intake in) throws IOException {
    items++;
    in.refuse(Fault.SHAPE, column, Remark.shown(message), "an item as this format has it");
  }

  private Optional<JsonObject> parse(String text, Intake in) throws IOException {
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      JsonObject object = JsonObject.read(json, 1);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("more than one object");
      }
      return Optional.of(object);
    } catch (JacksonException e) {
      refuse(e.getLocation().getColumnNr(), e.getOriginalMessage(), in);
    } catch (IllegalArgumentException e) {
      refuse(1, String.valueOf(e.getMessage()), in);
    }
    return Optional.empty();
  }

  private void take(JsonObject object, Intake in) throws IOException {
    if (!begun) {
      begin(object, in);
      return;
    }
    if (ended) {
      throw in.broken(Fault.SHAPE, 1, "a line after the last one", "the end");
    }
    Optional<String> sum = object.text("sha256");
    if (sum.isPresent()) {
      end(object, sum.get(), in);
      return;
    }
    ListItem item = JsonItem.read(object);
    object.end();
    items++;
    in.item(item);
  }

  private void begin(JsonObject object, Intake in) throws IOException {
    long version = object.number(VERSION).orElse(0L);
    if (version != CURRENT) {
      throw in.broken(
          Fault.SHAPE, 1, "no first line of version " + CURRENT, "{\"" + VERSION + "\":1}");
    }
    begun = true;
    in.heading(
        new Heading(object.object("heading").map(JsonObject::rest).orElse(java.util.Map.of())));
  }

  private void end(JsonObject object, String sum, Intake in) throws IOException {
    ended = true;
    long declared = object.number("items").orElse(-1L);
    String found = hash.hash().toString();
    if (declared != items) {
      throw in.broken(Fault.CHECKSUM, 1, items + " items", declared + " as declared");
    }
    if (!found.equals(sum)) {
      throw in.broken(Fault.CHECKSUM, 1, "SHA-256 " + found, Remark.shown(sum) + " as declared");
    }
  }

  @Override
  public void end(Intake in) throws IOException {
    if (!ended) {
      throw in.broken(Fault.TRUNCATED, 1, "the end", "a last line with items and sha256");
    }
  }
}

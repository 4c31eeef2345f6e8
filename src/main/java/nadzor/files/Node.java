package nadzor.files;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One value of a document that knows where it stands. Immutable.
 *
 * <p>Readers throw {@link BadFile} with the place, what was found and what was expected.
 */
public final class Node {
  private final JsonNode json;
  private final String pointer;
  private final Positions positions;

  Node(JsonNode json, String pointer, Positions positions) {
    this.json = json;
    this.pointer = pointer;
    this.positions = positions;
  }

  /** The value of a key that the schema requires. */
  public Node get(String key) {
    return find(key).orElseThrow(() -> wrong("no '" + key + "'", "key '" + key + "'"));
  }

  /** The value of a key that may be absent. */
  public Optional<Node> find(String key) {
    JsonNode child = json.get(key);
    return child == null || child.isNull()
        ? Optional.empty()
        : Optional.of(new Node(child, pointer + "/" + escape(key), positions));
  }

  /** The elements of a list. */
  public List<Node> items() {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new Node(json.get(i), pointer + "/" + i, positions));
    }
    return items;
  }

  /** The elements of the list under a key; none where the key is absent. */
  public List<Node> items(String key) {
    return find(key).map(Node::items).orElse(List.of());
  }

  /** The keys of an object, in the order of the file. */
  public Stream<String> keys() {
    return json.propertyNames().stream();
  }

  /** The value as text. */
  public String text() {
    return json.asString();
  }

  /** The text under a key that the schema requires. */
  public String text(String key) {
    return get(key).text();
  }

  /** The text under a key, or another. */
  public String text(String key, String otherwise) {
    return find(key).map(Node::text).orElse(otherwise);
  }

  /** The texts of the list under a key. */
  public List<String> texts(String key) {
    return items(key).stream().map(Node::text).toList();
  }

  /** The whole number under a key, or another. */
  public int integer(String key, int otherwise) {
    return find(key).map(Node::integer).orElse(otherwise);
  }

  private int integer() {
    if (!json.canConvertToInt()) {
      throw wrong(text(), "a whole number, at most " + Integer.MAX_VALUE);
    }
    return json.asInt();
  }

  /** The yes or no under a key, or another. */
  public boolean flag(String key, boolean otherwise) {
    return find(key).map(node -> node.json.asBoolean()).orElse(otherwise);
  }

  /** Whether the value is an object. */
  public boolean isObject() {
    return json.isObject();
  }

  /** The value as an instant with its offset, as {@code 2022-03-14T00:00:00+03:00}. */
  public Instant instant() {
    return as(text -> OffsetDateTime.parse(text).toInstant(), "an instant with its offset");
  }

  /** The value as a date, as {@code 2022-02-24}. */
  public LocalDate date() {
    return as(LocalDate::parse, "a date that exists, as 2022-02-24");
  }

  /** The value as a duration, as {@code 75 s}, {@code 40 ms}, {@code 30 min}, {@code 4 h}. */
  public Duration duration() {
    return as(Units::duration, "a duration, as 75 s");
  }

  /** The value as octets per second, as {@code 650 B/s} or {@code 128 kbit/s}. */
  public double rate() {
    return as(Units::rate, "a rate, as 650 B/s or 128 kbit/s");
  }

  /**
   * The value as something that a function reads from its text.
   *
   * @param expected what is expected where the function throws
   */
  public <T> T as(Function<String, T> reader, String expected) {
    try {
      return reader.apply(text());
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw wrong("'" + text() + "'", expected);
    }
  }

  /** A complaint about this value. */
  public BadFile wrong(String found, String expected) {
    return new BadFile(new Problem(position(), path(pointer), found, expected));
  }

  /** Where the value stands. */
  public Position position() {
    return positions.ofValue(pointer);
  }

  static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** A pointer as people write it: {@code networks[1].lag}. */
  static String path(String pointer) {
    return pointer
        .replaceAll("/(\\d+)(?=/|$)", "[$1]")
        .replace('/', '.')
        .replaceFirst("^\\.", "")
        .replace("~1", "/")
        .replace("~0", "~");
  }
}

package nadzor.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads one YAML file whole, holds it against its schema and hands out its root. */
public final class Document {
  private static final long MAX_BYTES = 4L << 20;
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  private static final Pattern FOUND_AND_EXPECTED =
      Pattern.compile("expected (.+?),? but found (.+)");

  private Document() {}

  /**
   * Reads a file.
   *
   * @param schema the schema's name, as {@code profile}
   * @throws BadFile if the file is missing, unreadable, no YAML, or not as the schema wants it
   */
  public static Node read(Path file, Schema schema) {
    return parse(file.toString(), text(file), schema);
  }

  /**
   * Reads text as if it stood in a file of that name.
   *
   * @throws BadFile as {@link #read}
   */
  public static Node parse(String file, String text, Schema schema) {
    try {
      JsonNode root = YAML.readTree(text);
      Positions positions = Positions.of(file, YAML.createParser(text));
      schema.check(root, positions);
      return new Node(root, "", positions);
    } catch (JacksonException e) {
      throw new BadFile(syntax(file, e));
    }
  }

  /** The reader's message holds the place as text; its own location is the token before. */
  private static Problem syntax(String file, JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    TokenStreamLocation location = e.getLocation();
    int line = location == null ? 1 : Math.max(1, location.getLineNr());
    int column = location == null ? 1 : Math.max(1, location.getColumnNr());
    Matcher place = PLACE.matcher(message);
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
      column = Integer.parseInt(place.group(2));
    }
    Position at = new Position(file, line, column);
    Matcher both = FOUND_AND_EXPECTED.matcher(message);
    return both.find()
        ? new Problem(at, "", both.group(2), both.group(1) + " (YAML)")
        : new Problem(at, "", found(message), "YAML");
  }

  private static String found(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(text -> text.startsWith("found "))
        .findFirst()
        .map(text -> text.replaceFirst("^found ", ""))
        .orElseGet(() -> message.lines().findFirst().orElse("something else"));
  }

  private static String text(Path file) {
    Position start = new Position(file.toString(), 1, 1);
    try {
      if (Files.size(file) > MAX_BYTES) {
        String found = Files.size(file) + " bytes";
        throw new BadFile(new Problem(start, "", found, "at most " + MAX_BYTES));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new BadFile(new Problem(start, "", "no such file", "a readable file"));
    } catch (CharacterCodingException e) {
      throw new BadFile(new Problem(start, "", "octets that are no UTF-8", "UTF-8 text"));
    } catch (IOException e) {
      throw new BadFile(new Problem(start, "", String.valueOf(e.getMessage()), "a readable file"));
    }
  }
}

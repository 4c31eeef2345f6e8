package nadzor.store;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import nadzor.registry.Entry;
import nadzor.registry.EntryKind;
import nadzor.registry.RecordLines;
import nadzor.registry.Recorded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Records as canonical JSON: one line of UTF-8 without its LF, keys in a fixed order and always all
 * of them (null for what is absent), instants in UTC as ISO 8601, no white space. Reading is the
 * exact inverse and strict; the keys of an entry may stand in any order. Used by one thread.
 *
 * <pre>{@code
 * {"number":1,"at":"2022-02-24T15:00:00Z","by":"a teacher","kind":"lifting","entry":{...}}
 * }</pre>
 */
public final class EntryJson implements RecordLines {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(20)
                  .build())
          .build();

  private static final Codec<EntryKind> KIND = Choices.of(EntryKind.class, EntryKind::word);

  private final Words words = new Words();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * The line of a record.
   *
   * @throws BadRecord if it would not be read back as it is, such as half a surrogate pair
   */
  @Override
  public byte[] write(Recorded<?> recorded) {
    bytes.reset();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      out.writeName("number");
      out.writeNumber(recorded.number());
      out.writeName("at");
      Values.INSTANT.write(out, recorded.at());
      out.writeName("by");
      Texts.WORD.write(out, recorded.by());
      out.writeName("kind");
      KIND.write(out, recorded.entry().kind());
      out.writeName("entry");
      EntryForms.of(recorded.entry().kind()).writeAny(out, recorded.entry());
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * The JSON of an entry alone.
   *
   * @throws BadRecord as {@link #write}
   */
  public byte[] writeEntry(Entry entry) {
    bytes.reset();
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      EntryForms.of(entry.kind()).writeAny(out, entry);
    }
    return bytes.toByteArray();
  }

  /**
   * The record of a line.
   *
   * @throws BadRecord if it is none; says where, what was found and what was expected
   */
  @Override
  public Recorded<?> read(byte[] line) {
    try {
      return canonical(line);
    } catch (NotCanonical e) {
      return parsed(line);
    }
  }

  /**
   * The same of plain canonical JSON alone, several times as fast.
   *
   * @throws NotCanonical for anything else
   */
  Recorded<?> canonical(byte[] line) {
    return record(new CanonicalSource(line, words));
  }

  /** The same by the parser, which takes any JSON and says what is wrong. */
  Recorded<?> parsed(byte[] line) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      return record(new ParsedSource(parser, words));
    }
  }

  private static Recorded<?> record(Source in) {
    in.advance();
    in.require(JsonToken.START_OBJECT, "an object");
    long number = key(in, "number", Values.NUMBER);
    Instant at = key(in, "at", Values.INSTANT);
    String by = key(in, "by", Texts.WORD);
    EntryKind kind = key(in, "kind", KIND);
    Entry entry = key(in, "entry", EntryForms.of(kind));
    in.advance();
    in.require(JsonToken.END_OBJECT, "nothing after the entry");
    end(in);
    return new Recorded<>(number, at, by, entry);
  }

  /**
   * The entry of that kind.
   *
   * @throws BadRecord as {@link #read}
   */
  public Entry readEntry(EntryKind kind, byte[] json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      Source in = new ParsedSource(parser, words);
      in.advance();
      Entry entry = EntryForms.of(kind).read(in);
      end(in);
      return entry;
    }
  }

  private static <T> T key(Source in, String name, Codec<T> codec) {
    in.advance();
    boolean there = in.at(JsonToken.PROPERTY_NAME) && in.isNamed(name);
    if (!there) {
      throw in.bad(in.shown(), "the key '" + name + "'");
    }
    in.advance();
    return codec.read(in);
  }

  private static void end(Source in) {
    if (in.advance() != JsonToken.NOT_AVAILABLE) {
      throw in.bad(in.shown() + " after it", "one record alone");
    }
  }
}

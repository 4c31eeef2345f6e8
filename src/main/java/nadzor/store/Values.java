package nadzor.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import nadzor.blocklist.Matcher;
import tools.jackson.core.JsonGenerator;

/** Codecs of single values that are no plain texts. */
final class Values {
  static final Codec<LocalDate> DATE = written("a date as 2022-03-04", LocalDate::parse);
  static final Codec<Duration> DURATION = written("a duration as PT48H", Duration::parse);

  /** As {@link Matcher#of} reads it. */
  static final Codec<Matcher> MATCHER =
      written("names, text in names, addresses or a URL", Matcher::of);

  static final Codec<Instant> INSTANT =
      new Codec<>() {
        @Override
        public void write(JsonGenerator out, Instant value) {
          out.writeString(value.toString());
        }

        @Override
        public Instant read(Source in) {
          return in.instant();
        }
      };

  static final Codec<Boolean> TRUTH =
      new Codec<>() {
        @Override
        public void write(JsonGenerator out, Boolean value) {
          out.writeBoolean(value);
        }

        @Override
        public Boolean read(Source in) {
          return in.truth();
        }
      };

  static final Codec<Long> NUMBER =
      new Codec<>() {
        @Override
        public void write(JsonGenerator out, Long value) {
          out.writeNumber(value.longValue());
        }

        @Override
        public Long read(Source in) {
          return in.number();
        }
      };

  private Values() {}

  /** A value that its own text reads back as it is; what does not is refused when written. */
  private static <T> Codec<T> written(String expected, Function<String, T> reading) {
    return new Codec<>() {
      @Override
      public void write(JsonGenerator out, T value) {
        String text = value.toString();
        if (!readsBack(text, value)) {
          String pointer = out.streamWriteContext().pathAsPointer().toString();
          throw new BadRecord(pointer, Source.shown(text), expected + " that reads back", -1);
        }
        Texts.WORD.write(out, text);
      }

      private boolean readsBack(String text, T value) {
        try {
          return reading.apply(text).equals(value);
        } catch (IllegalArgumentException | DateTimeException e) {
          return false;
        }
      }

      @Override
      public T read(Source in) {
        String text = Texts.WORD.read(in);
        try {
          return reading.apply(text);
        } catch (IllegalArgumentException e) {
          throw in.bad(Source.shown(text), expected + ": " + e.getMessage());
        } catch (DateTimeException e) {
          throw in.bad(Source.shown(text), expected);
        }
      }
    };
  }
}

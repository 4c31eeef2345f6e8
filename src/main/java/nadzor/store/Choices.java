package nadzor.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** Codecs of what may be absent, of lists, and of choices among words. */
final class Choices {
  private Choices() {}

  /** One of these, by its word. */
  static <T extends Enum<T>> Codec<T> of(Class<T> type, Function<T, String> word) {
    Map<String, T> byWord = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants()).forEach(one -> byWord.put(word.apply(one), one));
    String expected = "one of " + String.join(", ", byWord.keySet());
    return new Codec<>() {
      @Override
      public void write(JsonGenerator out, T value) {
        out.writeString(word.apply(value));
      }

      @Override
      public T read(Source in) {
        in.require(JsonToken.VALUE_STRING, expected);
        String text = in.word();
        return Optional.ofNullable(byWord.get(text))
            .orElseThrow(() -> in.bad(Source.shown(text), expected));
      }
    };
  }

  /** A whole number in these bounds. */
  static Codec<Integer> whole(int least, int most) {
    return new Codec<>() {
      @Override
      public void write(JsonGenerator out, Integer value) {
        out.writeNumber(value.intValue());
      }

      @Override
      public Integer read(Source in) {
        long number = in.number();
        if (number < least || number > most) {
          throw in.bad(String.valueOf(number), least + " to " + most);
        }
        return (int) number;
      }
    };
  }

  /** Or null. */
  static <T> Codec<Optional<T>> maybe(Codec<T> codec) {
    return new Codec<>() {
      @Override
      public void write(JsonGenerator out, Optional<T> value) {
        if (value.isPresent()) {
          codec.write(out, value.get());
        } else {
          out.writeNull();
        }
      }

      @Override
      public Optional<T> read(Source in) {
        return in.at(JsonToken.VALUE_NULL) ? Optional.empty() : Optional.of(codec.read(in));
      }
    };
  }

  /** A list. */
  static <T> Codec<List<T>> list(Codec<T> codec) {
    return new Codec<>() {
      @Override
      public void write(JsonGenerator out, List<T> value) {
        writeAll(out, value, codec);
      }

      @Override
      public List<T> read(Source in) {
        return readAll(in, codec);
      }
    };
  }

  /** A set, in the order of its type, each once. */
  static <T extends Enum<T>> Codec<Set<T>> set(Class<T> type, Codec<T> codec) {
    return new Codec<>() {
      @Override
      public void write(JsonGenerator out, Set<T> value) {
        EnumSet<T> ordered = EnumSet.noneOf(type);
        ordered.addAll(value);
        writeAll(out, ordered, codec);
      }

      @Override
      public Set<T> read(Source in) {
        List<T> all = readAll(in, codec);
        EnumSet<T> set = EnumSet.noneOf(type);
        set.addAll(all);
        if (!List.copyOf(set).equals(all)) {
          throw in.bad(String.valueOf(all), "each once, in the order " + EnumSet.allOf(type));
        }
        return set;
      }
    };
  }

  private static <T> void writeAll(JsonGenerator out, Collection<T> values, Codec<T> codec) {
    out.writeStartArray();
    values.forEach(one -> codec.write(out, one));
    out.writeEndArray();
  }

  private static <T> List<T> readAll(Source in, Codec<T> codec) {
    in.require(JsonToken.START_ARRAY, "an array");
    List<T> values = new ArrayList<>();
    while (!in.next(JsonToken.END_ARRAY)) {
      values.add(codec.read(in));
    }
    return values;
  }
}

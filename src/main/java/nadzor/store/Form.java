package nadzor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nadzor.registry.RegistryException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * An object with given keys, each of them always there, written in their order and read in any: one
 * table for both ways. Immutable, once made.
 */
final class Form<T> implements Codec<T> {
  private final Class<T> type;
  private final List<Part<T, ?>> parts;
  private final Function<Filled, T> making;

  private Form(Class<T> type, List<Part<T, ?>> parts, Function<Filled, T> making) {
    this.type = type;
    this.parts = List.copyOf(parts);
    this.making = making;
  }

  /** Begins the table. */
  static <T> Draft<T> of(Class<T> type) {
    return new Draft<>(type);
  }

  /** One key of a form. */
  private record Part<T, V>(String name, Codec<V> codec, Function<T, V> value) {
    void write(JsonGenerator out, T whole) {
      out.writeName(name);
      codec.write(out, value.apply(whole));
    }
  }

  /** A table to which keys are added. */
  static final class Draft<T> {
    private final Class<T> type;
    private final List<Part<T, ?>> parts = new ArrayList<>();

    private Draft(Class<T> type) {
      this.type = type;
    }

    /** The next key. */
    <V> Draft<T> with(String name, Codec<V> codec, Function<T, V> value) {
      parts.add(new Part<>(name, codec, value));
      return this;
    }

    /** The form, whose values are made of what is filled in, in the order of the keys. */
    Form<T> make(Function<Filled, T> making) {
      return new Form<>(type, parts, making);
    }
  }

  /** The values of a form that was read, taken one after the other in the order of the keys. */
  static final class Filled {
    private final @Nullable Object[] values;
    private int taken;

    private Filled(int size) {
      values = new Object[size];
    }

    /** The next value, of the type that its codec reads. */
    // Unchecked: parts and making stand in one table, and a test reads every form.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    <V> V next() {
      Object value = values[taken++];
      if (value == null) {
        throw new IllegalStateException("value " + taken + " was not read");
      }
      return (V) value;
    }
  }

  @Override
  public void write(JsonGenerator out, T value) {
    out.writeStartObject();
    for (Part<T, ?> part : parts) {
      part.write(out, value);
    }
    out.writeEndObject();
  }

  /** Writes an entry that is known to be of this form. */
  void writeAny(JsonGenerator out, Object value) {
    write(out, type.cast(value));
  }

  @Override
  public T read(Source in) {
    in.require(JsonToken.START_OBJECT, "an object");
    Filled filled = new Filled(parts.size());
    int expected = 0;
    while (in.next(JsonToken.PROPERTY_NAME)) {
      int part = find(in, expected);
      if (filled.values[part] != null) {
        throw in.bad("this key a second time", "each key once");
      }
      in.advance();
      filled.values[part] = parts.get(part).codec().read(in);
      expected = part + 1;
    }
    checkWhole(in, filled);
    return made(in, filled);
  }

  private int find(Source in, int expected) {
    if (expected < parts.size() && in.isNamed(parts.get(expected).name())) {
      return expected;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (in.isNamed(parts.get(i).name())) {
        return i;
      }
    }
    throw in.bad("an unknown key", "one of " + names());
  }

  private void checkWhole(Source in, Filled filled) {
    for (int i = 0; i < parts.size(); i++) {
      if (filled.values[i] == null) {
        throw in.bad("no key '" + parts.get(i).name() + "'", "the keys " + names());
      }
    }
  }

  private T made(Source in, Filled filled) {
    try {
      return making.apply(filled);
    } catch (RegistryException e) {
      throw in.bad(e.found(), e.expected());
    }
  }

  private String names() {
    return String.join(", ", parts.stream().map(Part::name).toList());
  }
}

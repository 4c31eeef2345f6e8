package nadzor.registry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one of many equal values under a number, as laws, authorities and kinds come again in most
 * records. Holds a bounded number of short ones, each at some 12 octets beside itself. One thread
 * adds, any number read what is in records that they see.
 */
final class Pool {
  private static final int MOST = 200_000;
  private static final int LONGEST = 200;
  private static final int FIRST = 16;

  /** By their numbers, from 1. */
  private volatile @Nullable Object[] values = new @Nullable Object[FIRST];

  /** Numbers by the hash of their values; 0 where there is none. */
  private int[] slots = new int[2 * FIRST];

  private volatile int size;

  /** The number of a value; 0 for a long text, and where there is no room for another one. */
  int number(Object value) {
    if (value instanceof String text && text.length() > LONGEST) {
      return 0;
    }
    @Nullable Object[] held = values;
    int at = hash(value) & (slots.length - 1);
    while (slots[at] != 0) {
      if (value.equals(held[slots[at]])) {
        return slots[at];
      }
      at = (at + 1) & (slots.length - 1);
    }
    return size == MOST ? 0 : add(value, at);
  }

  private int add(Object value, int at) {
    int number = size + 1;
    slots[at] = number;
    if (number == values.length) {
      values = Arrays.copyOf(values, Math.min(MOST + 1, number + (number >> 1)));
    }
    values[number] = value;
    size = number;
    if (2 * size > slots.length) {
      grow();
    }
    return number;
  }

  private void grow() {
    @Nullable Object[] held = values;
    int[] wide = new int[2 * slots.length];
    for (int number = 1; number <= size; number++) {
      Object value = held[number];
      int at = (value == null ? 0 : hash(value)) & (wide.length - 1);
      while (wide[at] != 0) {
        at = (at + 1) & (wide.length - 1);
      }
      wide[at] = number;
    }
    slots = wide;
  }

  private static int hash(Object value) {
    int hash = value.hashCode() * 0x9e3779b9;
    return hash ^ (hash >>> 15);
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** The value of a number that {@link #number} gave. */
  Object value(int number) {
    Object held = values[number];
    if (held == null) {
      throw new IllegalArgumentException("no value has the number " + number);
    }
    return held;
  }

  /** The text itself, or an equal one that is there already. */
  String held(String text) {
    @Nullable Object[] all = values;
    int at = hash(text) & (slots.length - 1);
    while (slots[at] != 0) {
      if (text.equals(all[slots[at]])) {
        return value(slots[at]).toString();
      }
      at = (at + 1) & (slots.length - 1);
    }
    return text;
  }

  /** The text itself, or an equal one that was seen before. */
  String same(String text) {
    int number = number(text);
    return number == 0 ? text : value(number).toString();
  }
}

package nadzor.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words by which commands and files name the values of an enum. */
public final class EnumWords {
  private EnumWords() {}

  /** The word of a value, as {@code json-lines}. */
  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The value of a word, in whatever case.
   *
   * @param what what it names, for the message
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static <E extends Enum<E>> E find(Class<E> type, String what, String word) {
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(value -> of(value).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "found %s '%s', expected one of %s"
                        .formatted(
                            what,
                            word,
                            Arrays.stream(all)
                                .map(EnumWords::of)
                                .collect(Collectors.joining(", ")))));
  }
}

package nadzor.cli.list;

import java.util.Locale;

/** The words of enums, as JSON and people have them. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

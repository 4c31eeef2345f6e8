package nadzor.cli.list;

/** What others wrote, without what a terminal would obey. */
final class Clean {
  private Clean() {}

  static String text(String text) {
    return text.codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? 0xfffd : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}

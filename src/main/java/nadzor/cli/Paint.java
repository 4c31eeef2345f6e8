package nadzor.cli;

/** Colours of a terminal; plain text where there is none, or where NO_COLOR is set. */
record Paint(boolean colours) {
  static Paint ofTerminal() {
    boolean wanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    return new Paint(wanted && Terminal.isThere());
  }

  String bold(String text) {
    return with("1", text);
  }

  String faint(String text) {
    return with("2", text);
  }

  /** An outcome in its colour; the words say the same. */
  String outcome(String padded) {
    if (padded.startsWith("ok")) {
      return with("32", padded);
    }
    return padded.startsWith("slow") ? with("33", padded) : with("31", padded);
  }

  private String with(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

package nadzor.cli;

/**
 * Whether a person watches: the start script asks the shell, as Java cannot tell on every release.
 */
final class Terminal {
  private Terminal() {}

  static boolean isThere() {
    return Boolean.getBoolean("nadzor.terminal");
  }
}

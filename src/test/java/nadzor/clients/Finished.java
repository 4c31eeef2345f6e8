package nadzor.clients;

/**
 * What a program left behind.
 *
 * @param command as it was started
 * @param exit its exit code; 128 and the signal's number where one ended it
 * @param out its standard output
 * @param err its standard error
 */
record Finished(String command, int exit, String out, String err) {
  private static final int SHOWN = 300;

  /** All of it but most of a long command, for a failure's message. */
  @Override
  public String toString() {
    String shown =
        command.length() > 2 * SHOWN
            ? command.substring(0, SHOWN) + " ... " + command.substring(command.length() - SHOWN)
            : command;
    return shown + "\nexit " + exit + "\nstdout:\n" + out + "\nstderr:\n" + err;
  }
}

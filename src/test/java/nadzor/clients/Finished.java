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
  /** All of it, for a failure's message. */
  @Override
  public String toString() {
    return command + "\nexit " + exit + "\nstdout:\n" + out + "\nstderr:\n" + err;
  }
}

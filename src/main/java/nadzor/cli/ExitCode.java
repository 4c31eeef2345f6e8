package nadzor.cli;

/** What the command tells its caller. */
final class ExitCode {
  static final int OK = 0;
  static final int DIFFERS = 1;
  static final int BAD_INPUT = 2;
  static final int CANARY = 3;
  static final int NOT_WRITTEN = 4;
  static final int NO_LABORATORY = 5;

  private ExitCode() {}
}

package nadzor.cli.list;

/** What these commands tell their caller; what cannot be read, or is not there, is 2. */
final class Codes {
  static final int OK = 0;
  static final int OBJECTED = 1;
  static final int BAD_INPUT = 2;

  private Codes() {}
}

package nadzor.web;

import java.io.IOException;
import nadzor.exchange.BadList;
import nadzor.exchange.Remark;
import nadzor.store.lists.UnknownList;

/** Reads what is kept of lists; what cannot be is a problem. */
final class Kept {
  private Kept() {}

  /** What is read. */
  @FunctionalInterface
  interface Reads<T> {
    T read() throws IOException;
  }

  static <T> T read(Reads<T> what) {
    try {
      return what.read();
    } catch (UnknownList e) {
      throw Problem.of(404, "unknown", "There is no such thing", String.valueOf(e.getMessage()));
    } catch (BadList e) {
      throw bad(e);
    } catch (IOException e) {
      throw Problem.of(503, "store", "The lists cannot be used", String.valueOf(e.getMessage()));
    }
  }

  private static Problem bad(BadList e) {
    Remark remark = e.remark();
    Fault fault = new Fault("#body", remark.at() + ": " + remark.found(), remark.became());
    return new Problem(
        422,
        "bad-list",
        "The list cannot be read",
        String.valueOf(e.getMessage()),
        java.util.List.of(fault));
  }

  /** The number of a version. */
  static long number(String what, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.unknown("list version by " + what, text);
    }
  }
}

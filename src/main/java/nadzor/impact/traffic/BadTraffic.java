package nadzor.impact.traffic;

import java.io.IOException;

/** A traffic log cannot be read on; the message begins with {@code file:place}. */
public final class BadTraffic extends IOException {
  private static final long serialVersionUID = 1L;

  BadTraffic(String file, long place, String found, String expected) {
    super(file + ":" + Math.max(1, place) + ": found " + found + ", expected " + expected);
  }

  /** Of a file as a whole. */
  public BadTraffic(String file, String found, String expected) {
    super(file + ": found " + found + ", expected " + expected);
  }

  /** Of a file as a whole, with what said so. */
  public BadTraffic(String file, String found, String expected, Throwable cause) {
    super(file + ": found " + found + ", expected " + expected, cause);
  }
}

package nadzor.fuzz;

import nadzor.wire.FirstWords;
import nadzor.wire.HttpHeadParser;

/** The head of an HTTP/1 request. */
public final class HttpHeadFuzz {
  private HttpHeadFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    Promises.hold(HttpHeadParser::parse, data);
    FirstWords.of(data, 0, data.length);
  }
}

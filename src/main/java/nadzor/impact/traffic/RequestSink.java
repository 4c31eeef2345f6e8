package nadzor.impact.traffic;

import java.io.IOException;

/** Takes requests, in the order of the log; told by one thread. */
@FunctionalInterface
public interface RequestSink {
  /** One request. */
  void request(Request request) throws IOException;
}

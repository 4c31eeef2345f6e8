package nadzor.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Status line and header fields of a response (RFC 9112 sections 4 and 5). Immutable. */
record ResponseHead(int status, List<HttpHeader> headers) {
  private static final int MAX_LINE = 8192;
  private static final int MAX_HEADERS = 100;
  private static final int MAX_INTERIM = 8;
  private static final int FIRST_FINAL = 200;
  private static final int SWITCHING = 101;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");

  /** The final head; interim ones (1xx) before it are passed over. */
  static ResponseHead read(Inlet inlet) throws Failed {
    for (int i = 0; i < MAX_INTERIM; i++) {
      ResponseHead head = new ResponseHead(status(inlet.line(MAX_LINE)), fields(inlet));
      if (head.status >= FIRST_FINAL || head.status == SWITCHING) {
        return head;
      }
    }
    throw new Failed(Failure.Name.HTTP_REQUEST_FAILED, "only interim responses");
  }

  private static int status(String line) throws Failed {
    Matcher matcher = STATUS_LINE.matcher(line);
    if (!matcher.matches()) {
      throw new Failed(Failure.Name.HTTP_REQUEST_FAILED, "no status line");
    }
    return Integer.parseInt(matcher.group(1));
  }

  static List<HttpHeader> fields(Inlet inlet) throws Failed {
    List<HttpHeader> fields = new ArrayList<>();
    for (String line = inlet.line(MAX_LINE); !line.isEmpty(); line = inlet.line(MAX_LINE)) {
      int colon = line.indexOf(':');
      if (colon < 1 || fields.size() == MAX_HEADERS) {
        throw new Failed(Failure.Name.HTTP_REQUEST_FAILED, "malformed or too many header fields");
      }
      fields.add(new HttpHeader(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return List.copyOf(fields);
  }

  /** The values of one field, in order. */
  List<String> values(String name) {
    return headers.stream().filter(h -> h.is(name)).map(HttpHeader::value).toList();
  }
}

package nadzor.wire;

import java.nio.charset.StandardCharsets;
import nadzor.flow.HttpHead;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Reads the head of an HTTP/1 request (RFC 9112 sections 2, 3 and 5), at most {@link #MAX_HEAD}
 * octets and {@link #MAX_LINES} header lines. A bare LF ends a line too (section 2.2); a folded
 * line, a blank before a colon and a second Host are refused, as servers must (sections 5 and 3.2).
 *
 * <p>Pure: no octets make it throw.
 */
public final class HttpHeadParser {
  /** The longest head that is read, in octets, its empty line included. */
  public static final int MAX_HEAD = 16 * 1024;

  /** The most header lines that are read. */
  public static final int MAX_LINES = 100;

  private static final int MAX_METHOD = 32;

  private HttpHeadParser() {}

  /**
   * Reads {@code length} octets from {@code offset}, which must lie inside the array.
   *
   * @return the head, with its length up to and with its empty line; need more where the empty line
   *     has not come; not this with a reason
   */
  public static Parsed<HttpHead> parse(byte[] octets, int offset, int length) {
    int visible = Math.min(length, MAX_HEAD);
    if (!startsLikeMethod(octets, offset, visible)) {
      return new NotThis<>("no method at the start");
    }
    HeadLines lines = new HeadLines(octets, offset, visible);
    if (!lines.next()) {
      return unfinished(length);
    }
    RequestLine request = RequestLine.read(text(octets, lines));
    HostField host = new HostField(octets);
    for (int count = 0; request.isValid() && lines.next(); count++) {
      if (lines.length() == 0) {
        return finish(request, host, lines.after() - offset);
      }
      String why = count == MAX_LINES ? "too many header lines" : host.read(lines);
      if (!why.isEmpty()) {
        return new NotThis<>(why);
      }
    }
    return request.isValid() ? unfinished(length) : new NotThis<>("no request line");
  }

  private static Parsed<HttpHead> finish(RequestLine request, HostField host, int consumed) {
    String authority = request.authority().orElseGet(host::value);
    return HostField.withoutPort(authority)
        .<Parsed<HttpHead>>map(
            name ->
                new Complete<>(new HttpHead(name, request.method(), request.target()), consumed))
        .orElseGet(() -> new NotThis<>("a host that is no host"));
  }

  private static Parsed<HttpHead> unfinished(int length) {
    return length >= MAX_HEAD
        ? new NotThis<>("a head of more than " + MAX_HEAD + " octets")
        : new NeedMore<>();
  }

  /** Whether nothing so far speaks against a method and the blank after it. */
  private static boolean startsLikeMethod(byte[] octets, int offset, int length) {
    int end = Math.min(length, MAX_METHOD);
    for (int i = 0; i < end; i++) {
      byte octet = octets[offset + i];
      if (octet == ' ') {
        return i > 0;
      }
      if (!RequestLine.isToken(octet)) {
        return false;
      }
    }
    return length < MAX_METHOD;
  }

  private static String text(byte[] octets, HeadLines lines) {
    return new String(octets, lines.start(), lines.length(), StandardCharsets.ISO_8859_1);
  }
}

package nadzor.story.profile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nadzor.censor.Hellos;
import nadzor.flow.Direction;
import nadzor.wire.HelloBytes;

/** Segments of a flow, made from a line of words such as {@code "junk:101 hello:twitter.com"}. */
final class Segments {
  private static final int MSS = 1_460;
  private static final byte[] CHANGE_CIPHER_SPEC = {20, 3, 3, 0, 1, 1};

  /** One segment and its direction. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Segment(Direction direction, byte[] octets) {}

  private final List<Segment> made = new ArrayList<>();

  static List<Segment> of(String words) {
    Segments segments = new Segments();
    for (String word : words.split(" ", -1)) {
      int colon = word.indexOf(':');
      segments.add(word.substring(0, colon), word.substring(colon + 1));
    }
    return segments.made;
  }

  private void add(String kind, String what) {
    switch (kind) {
      case "hello" -> send(Hellos.of(what));
      case "plain" -> send(HelloBytes.withName(what));
      case "server-hello" -> made.add(new Segment(Direction.FROM_SERVER, Hellos.of(what)));
      case "split" -> split(Hellos.of(what), what);
      case "records" -> send(records(Hellos.of(what), what));
      case "records-split" -> recordsApart(Hellos.of(what), what);
      case "ccs" -> send(joined(CHANGE_CIPHER_SPEC, Hellos.of(what)));
      case "record" -> send(CHANGE_CIPHER_SPEC);
      case "padded" -> send(HelloBytes.withName(what, 1_500));
      case "junk" -> send(junk(Integer.parseInt(what)));
      case "socks" -> send(new byte[] {5, 1, 0});
      case "get" -> send(get(what));
      case "gets" -> send(joined(get("neutral.test/"), get(what)));
      default -> throw new IllegalArgumentException(kind);
    }
  }

  private void send(byte[] octets) {
    for (int at = 0; at < octets.length; at += MSS) {
      byte[] part = Arrays.copyOfRange(octets, at, Math.min(octets.length, at + MSS));
      made.add(new Segment(Direction.FROM_CLIENT, part));
    }
  }

  private static int middleOf(byte[] hello, String name) {
    return new String(hello, StandardCharsets.ISO_8859_1).indexOf(name) + name.length() / 2;
  }

  private void split(byte[] hello, String name) {
    int middle = middleOf(hello, name);
    send(Arrays.copyOfRange(hello, 0, middle));
    send(Arrays.copyOfRange(hello, middle, hello.length));
  }

  private static byte[] record(byte[] message, int from, int to) {
    byte[] header = {22, 3, 1, (byte) ((to - from) >> 8), (byte) (to - from)};
    return joined(header, Arrays.copyOfRange(message, from, to));
  }

  private static byte[] records(byte[] hello, String name) {
    int middle = middleOf(hello, name);
    return joined(record(hello, 5, middle), record(hello, middle, hello.length));
  }

  private void recordsApart(byte[] hello, String name) {
    int middle = middleOf(hello, name);
    send(record(hello, 5, middle));
    send(record(hello, middle, hello.length));
  }

  private static byte[] junk(int length) {
    byte[] octets = new byte[length];
    new Random(7).nextBytes(octets);
    octets[0] = (byte) 0xee; // neither a record type, nor a letter, nor a SOCKS version
    return octets;
  }

  private static byte[] get(String url) {
    int slash = url.indexOf('/');
    String host = slash < 0 ? url : url.substring(0, slash);
    String path = slash < 0 ? "/" : url.substring(slash);
    return ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }
}

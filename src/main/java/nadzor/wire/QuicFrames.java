package nadzor.wire;

/** Walks over the frames of an Initial's plain text (RFC 9000 sections 12.4 and 19). */
final class QuicFrames {
  private static final int PADDING = 0x00;
  private static final int PING = 0x01;
  private static final int ACK = 0x02;
  private static final int ACK_ECN = 0x03;
  private static final int CRYPTO = 0x06;
  private static final int CONNECTION_CLOSE = 0x1c;

  /** Where the CRYPTO frames go. */
  @FunctionalInterface
  interface Sink {
    /** A piece of the handshake: its position in the stream, and where its octets lie. */
    void crypto(long position, byte[] octets, int offset, int length);
  }

  private final byte[] octets;
  private final Cursor cursor;
  private final Sink sink;

  private QuicFrames(byte[] octets, Sink sink) {
    this.octets = octets;
    this.cursor = new Cursor(octets, 0, octets.length);
    this.sink = sink;
  }

  /**
   * Hands every CRYPTO frame to the sink, up to the end or to a frame that is broken or that no
   * Initial may hold; false for the latter.
   */
  static boolean walk(byte[] plain, Sink sink) {
    QuicFrames frames = new QuicFrames(plain, sink);
    boolean fine = true;
    while (fine && frames.cursor.remaining() > 0) {
      fine = frames.frame();
    }
    return fine;
  }

  private boolean frame() {
    long type = cursor.varint();
    if (type == PADDING || type == PING) {
      return true;
    }
    if (type == CRYPTO) {
      return crypto();
    }
    if (type == ACK || type == ACK_ECN) {
      return ack(type == ACK_ECN);
    }
    return type == CONNECTION_CLOSE && close();
  }

  private boolean crypto() {
    long position = cursor.varint();
    long length = cursor.varint();
    int at = cursor.position();
    if (position == Cursor.MISSING || !cursor.skip(length)) {
      return false;
    }
    sink.crypto(position, octets, at, (int) length);
    return true;
  }

  /** Largest number and delay, the first range, two numbers for each further one, three counts. */
  private boolean ack(boolean counts) {
    boolean begun = numbers(2);
    long ranges = cursor.varint();
    return begun && numbers(1) && numbers(2 * ranges) && (!counts || numbers(3));
  }

  private boolean numbers(long count) {
    for (long i = 0; i < count; i++) {
      if (cursor.varint() == Cursor.MISSING) {
        return false;
      }
    }
    return true;
  }

  private boolean close() {
    cursor.varint(); // the error
    cursor.varint(); // the type of the frame that caused it
    return cursor.skip(cursor.varint());
  }
}

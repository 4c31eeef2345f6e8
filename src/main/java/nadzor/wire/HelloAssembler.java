package nadzor.wire;

import java.util.Arrays;
import nadzor.flow.ClientHello;
import nadzor.wire.Parsed.Complete;
import nadzor.wire.Parsed.NeedMore;
import nadzor.wire.Parsed.NotThis;

/**
 * Reads the ClientHello at the start of a stream however it is cut: over several segments, over
 * several TLS records (RFC 8446 section 5.1), or both. A record may hold more messages after it.
 *
 * <p>Bounded: it keeps at most {@link #MAX_MESSAGE} octets and passes over as many at most. Each
 * octet is looked at once; nothing makes it throw. Not thread-safe: one belongs to one flow.
 */
public final class HelloAssembler {
  /** What may stand before the ClientHello. */
  public enum Before {
    /** Nothing: a filter that expects it as the first octet. */
    NOTHING,
    /**
     * ChangeCipherSpec and alert records, which a client may put there to mislead a filter, and
     * other handshake messages.
     */
    OTHER_RECORDS
  }

  /** The longest message that is put together, in octets, its type and length included. */
  public static final int MAX_MESSAGE = 16 * 1024;

  private static final int CHANGE_CIPHER_SPEC = 20;
  private static final int ALERT = 21;
  private static final int HANDSHAKE = 22;
  private static final int MAX_RECORD = 1 << 14;

  private final Before before;
  private final byte[] header = new byte[5];
  private int headerLength;
  private int recordLeft;
  private byte[] message = new byte[0];
  private int length;
  private int passedOver;
  private int taken;
  private Parsed<ClientHello> state = new NeedMore<>();

  /** For the start of a stream. */
  public HelloAssembler(Before before) {
    this.before = before;
  }

  /**
   * Reads the next octets of the stream; once it has answered anything but "need more" it repeats
   * that answer.
   *
   * @return the hello; what it consumed counts from the start of the stream to the end of the
   *     hello, which may lie within a record
   */
  public Parsed<ClientHello> add(byte[] octets, int offset, int count) {
    int at = offset;
    int end = offset + count;
    while (at < end && state instanceof NeedMore) {
      int used = recordLeft == 0 ? header(octets, at) : payload(octets, at, end);
      taken += used;
      at += used;
      if (!(state instanceof NeedMore)) {
        conclude();
      }
    }
    return state;
  }

  private void conclude() {
    message = new byte[0];
    if (state instanceof Complete<ClientHello> complete) {
      state = new Complete<>(complete.value(), taken);
    }
  }

  private int header(byte[] octets, int at) {
    header[headerLength++] = octets[at];
    if (headerLength == 1 && !mayBegin(header[0])) {
      state = new NotThis<>("record type " + (header[0] & 0xff) + ", a handshake is 22");
    } else if (headerLength == header.length) {
      headerLength = 0;
      recordLeft = new Cursor(header, 3, 2).u16();
      checkRecord();
    }
    return 1;
  }

  private boolean mayBegin(byte type) {
    boolean other = type == CHANGE_CIPHER_SPEC || type == ALERT;
    return type == HANDSHAKE || (other && before == Before.OTHER_RECORDS && length == 0);
  }

  /** RFC 8446 section 5.1: no record is empty, and none is longer than 2^14. */
  private void checkRecord() {
    if (recordLeft == 0 || recordLeft > MAX_RECORD) {
      state = new NotThis<>("a record of " + recordLeft + " octets");
    }
  }

  private int payload(byte[] octets, int at, int end) {
    int there = Math.min(recordLeft, end - at);
    int used = header[0] == HANDSHAKE ? message(octets, at, there) : passOver(there);
    recordLeft -= used;
    return used;
  }

  private int passOver(int count) {
    passedOver += count;
    if (passedOver > MAX_MESSAGE) {
      state = new NotThis<>("more than " + MAX_MESSAGE + " octets before a ClientHello");
    }
    return count;
  }

  private int message(byte[] octets, int at, int there) {
    int used = Math.min(there, wanted() - length);
    if (length + used > message.length) {
      int grown = Math.max(length + used, 2 * message.length);
      message = Arrays.copyOf(message, Math.min(grown, wanted()));
    }
    System.arraycopy(octets, at, message, length, used);
    length += used;
    judge();
    return used;
  }

  /** How many octets the message has, as far as that is known: its header alone at first. */
  private int wanted() {
    return length < HelloMessage.HEADER
        ? HelloMessage.HEADER
        : HelloMessage.HEADER + new Cursor(message, 1, 3).u24();
  }

  private void judge() {
    boolean hello = message[0] == HelloMessage.CLIENT_HELLO;
    if (!hello && before == Before.NOTHING) {
      state = new NotThis<>("handshake type " + (message[0] & 0xff) + ", a ClientHello is 1");
    } else if (wanted() > MAX_MESSAGE) {
      state = new NotThis<>("a message of " + wanted() + " octets");
    } else if (length >= HelloMessage.HEADER && length == wanted()) {
      finish(hello);
    }
  }

  private void finish(boolean hello) {
    if (hello) {
      state = HelloMessage.parse(message, 0, length);
    } else {
      passOver(length);
    }
    length = 0;
  }
}

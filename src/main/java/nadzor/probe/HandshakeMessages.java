package nadzor.probe;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Handshake messages out of records, and the transcript of all of them. Not thread-safe. */
final class HandshakeMessages {
  /** Longer is nothing that a server needs to say. */
  private static final int MAX = 128 * 1024;

  private static final int HEAD = 4;

  private final RecordLayer records;
  private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();
  private byte[] waiting = {};

  HandshakeMessages(RecordLayer records) {
    this.records = records;
  }

  /** SHA-256 over all messages so far. */
  byte[] hash() {
    return Hkdf.sha256(transcript.toByteArray());
  }

  void send(byte[] message, Deadline until) throws Failed {
    note(message);
    records.write(RecordLayer.HANDSHAKE, message, until);
  }

  void note(byte[] message) {
    transcript.writeBytes(message);
  }

  /** The next message with its header; it is not yet part of the transcript. */
  byte[] next(Deadline until) throws Failed {
    while (waiting.length < HEAD || waiting.length < length()) {
      if (waiting.length >= HEAD && length() > MAX) {
        throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "a message of " + length());
      }
      RecordLayer.Content content = records.read(until);
      refuseOther(content);
      waiting = Octets.join(waiting, content.octets());
    }
    byte[] message = Arrays.copyOf(waiting, length());
    waiting = Arrays.copyOfRange(waiting, message.length, waiting.length);
    return message;
  }

  private int length() {
    return HEAD + ((waiting[1] & 0xff) << 16 | (waiting[2] & 0xff) << 8 | (waiting[3] & 0xff));
  }

  private static void refuseOther(RecordLayer.Content content) throws Failed {
    if (content.type() == RecordLayer.ALERT) {
      int code = content.octets().length > 1 ? content.octets()[1] & 0xff : -1;
      throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "alert " + code);
    }
    if (content.type() != RecordLayer.HANDSHAKE || content.octets().length == 0) {
      throw new Failed(Failure.Name.SSL_FAILED_HANDSHAKE, "no handshake message");
    }
  }
}

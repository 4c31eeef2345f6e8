package nadzor.probe;

import java.nio.ByteBuffer;

/**
 * A stream of bytes both ways, every operation with a deadline. Not thread-safe; an interrupt of
 * the thread ends the operation with {@code interrupted}.
 */
interface ByteLine extends AutoCloseable {
  /** Reads at least one byte into a buffer with room; -1 at a clean end. */
  int read(ByteBuffer into, Deadline until) throws Failed;

  /** Writes all that remains, in one piece where the system allows. */
  void write(ByteBuffer from, Deadline until) throws Failed;

  /** Reads exactly so many octets; an end before that is {@code eof_error}. */
  default byte[] take(int count, Deadline until) throws Failed {
    ByteBuffer octets = ByteBuffer.allocate(count);
    while (octets.hasRemaining()) {
      if (read(octets, until) < 0) {
        throw new Failed(Failure.of(Failure.Name.EOF_ERROR));
      }
    }
    return octets.array();
  }

  @Override
  void close();
}

package nadzor.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Gives a text in pieces of a size, then ends; takes whatever is written. */
final class ScriptedLine implements ByteLine {
  private final ByteBuffer text;
  private final int piece;

  ScriptedLine(String latin1, int piece) {
    text = ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1));
    this.piece = piece;
  }

  @Override
  public int read(ByteBuffer into, Deadline until) {
    int count = Math.min(piece, Math.min(text.remaining(), into.remaining()));
    into.put(text.slice(text.position(), count));
    text.position(text.position() + count);
    return count == 0 ? -1 : count;
  }

  @Override
  public void write(ByteBuffer from, Deadline until) {
    from.position(from.limit());
  }

  @Override
  public void close() {}
}

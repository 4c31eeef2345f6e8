package nadzor.proxy;

import io.netty.buffer.ByteBuf;
import nadzor.censor.FlowJudge;
import nadzor.censor.StreamRuling;
import nadzor.flow.Direction;

/**
 * Shows the judge what one side sends, cut into segments of at most {@link #LENGTH} octets: each of
 * them once, if need be before it can be relayed. Not thread-safe.
 */
final class Segments {
  /** The payload of a TCP segment on an Ethernet path: 1,500 octets less two headers of 20. */
  static final int LENGTH = 1_460;

  private final FlowJudge judge;
  private final Direction direction;
  private byte[] scratch = new byte[0];
  private int ahead;
  private StreamRuling ruling = StreamRuling.PASS;

  Segments(FlowJudge judge, Direction direction) {
    this.judge = judge;
    this.direction = direction;
  }

  /** What was said of the first segment that does not pass; a pass while there is none. */
  StreamRuling ruling() {
    return ruling;
  }

  /** The same, which holds no longer: it is carried out now. */
  StreamRuling takeRuling() {
    StreamRuling taken = ruling;
    ruling = StreamRuling.PASS;
    return taken;
  }

  /** Whether what comes by next needs to be passed to {@link #pass}. */
  boolean isWatching() {
    return judge.isInspecting(direction) || !ruling.isPass();
  }

  /** Shows octets that will come by later, all of them and in the same order. */
  void show(ByteBuf octets, long now) {
    if (ruling.isPass()) {
      ahead += look(octets, 0, now);
    }
  }

  /** How many of these octets pass: all, or those before the segment that {@link #ruling} is of. */
  int pass(ByteBuf octets, long now) {
    int known = Math.min(ahead, octets.readableBytes());
    ahead -= known;
    return ruling.isPass() ? look(octets, known, now) : known;
  }

  private int look(ByteBuf octets, int from, long now) {
    int shown = from;
    while (judge.isInspecting(direction) && shown < octets.readableBytes()) {
      int length = Math.min(LENGTH, octets.readableBytes() - shown);
      ruling = judged(octets, octets.readerIndex() + shown, length, now);
      if (!ruling.isPass()) {
        return shown;
      }
      shown += length;
    }
    return octets.readableBytes();
  }

  private StreamRuling judged(ByteBuf octets, int index, int length, long now) {
    if (octets.hasArray()) {
      int offset = octets.arrayOffset() + index;
      return judge.onSegment(direction, octets.array(), offset, length, now);
    }
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    octets.getBytes(index, scratch, 0, length);
    return judge.onSegment(direction, scratch, 0, length, now);
  }
}

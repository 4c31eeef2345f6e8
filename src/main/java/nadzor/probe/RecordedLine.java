package nadzor.probe;

import java.nio.ByteBuffer;
import java.time.Duration;
import nadzor.flow.Endpoint;

/** Writes down what passes through another line. Closing it closes that line. */
final class RecordedLine implements ByteLine {
  private static final String TCP = "tcp";

  private final ByteLine line;
  private final Endpoint peer;
  private final Recorder recorder;
  private Duration flowStart;
  private Duration lastRead;
  private long bytes;
  private int reads;

  RecordedLine(ByteLine line, Endpoint peer, Recorder recorder) {
    this.line = line;
    this.peer = peer;
    this.recorder = recorder;
    flowStart = recorder.now();
    lastRead = flowStart;
  }

  Endpoint peer() {
    return peer;
  }

  /** Counts anew: a step begins. */
  void startFlow() {
    flowStart = recorder.now();
    lastRead = flowStart;
    bytes = 0;
    reads = 0;
  }

  /** What arrived since {@link #startFlow}. */
  Flow flow() {
    return new Flow(bytes, reads, lastRead.minus(flowStart));
  }

  void mark(NetEvent.Operation what) {
    recorder.moved(what, TCP, peer, 0, recorder.now());
  }

  @Override
  public int read(ByteBuffer into, Deadline until) throws Failed {
    Duration t0 = recorder.now();
    try {
      int count = line.read(into, until);
      noteRead(count, t0);
      return count;
    } catch (Failed e) {
      recorder.failed(NetEvent.Operation.READ, TCP, peer, e.failure(), t0);
      throw e;
    }
  }

  private void noteRead(int count, Duration t0) {
    if (count < 0) {
      Failure end = Failure.of(Failure.Name.EOF_ERROR);
      recorder.failed(NetEvent.Operation.READ, TCP, peer, end, t0);
      return;
    }
    bytes += count;
    reads++;
    lastRead = recorder.now();
    recorder.moved(NetEvent.Operation.READ, TCP, peer, count, t0);
  }

  @Override
  public void write(ByteBuffer from, Deadline until) throws Failed {
    Duration t0 = recorder.now();
    int count = from.remaining();
    try {
      line.write(from, until);
      recorder.moved(NetEvent.Operation.WRITE, TCP, peer, count, t0);
    } catch (Failed e) {
      recorder.failed(NetEvent.Operation.WRITE, TCP, peer, e.failure(), t0);
      throw e;
    }
  }

  @Override
  public void close() {
    line.close();
  }
}

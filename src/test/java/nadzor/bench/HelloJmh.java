package nadzor.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nadzor.censor.Enforcement;
import nadzor.censor.FlowJudge;
import nadzor.censor.StreamRuling;
import nadzor.flow.ClientHello;
import nadzor.flow.Direction;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;
import nadzor.wire.ClientHelloParser;
import nadzor.wire.Parsed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The way of a ClientHello of 517 octets: read; and judged among a million names in a new flow. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HelloJmh {
  private static final int NAMES = 1_000_000;
  private static final int ASKED = 1 << 14;
  private static final int RECORD = 512;
  private static final long SEED = 7;
  private static final int PADDING = 21;

  private final byte[][] blocked = new byte[ASKED][];
  private final byte[][] allowed = new byte[ASKED][];
  private final FlowKey flow =
      new FlowKey(Endpoint.of("127.0.0.1", 50_000), Endpoint.of("127.10.0.1", 443));
  private Enforcement enforcement = Networks.relaying(NameList.of(0));
  private int next;

  /** Compiles the list and writes the hellos. */
  @Setup
  public void compile() {
    enforcement = Networks.relaying(NameList.of(NAMES));
    Random chance = new Random(SEED);
    for (int i = 0; i < ASKED; i++) {
      blocked[i] = hello(NameList.name(chance.nextInt(NAMES)));
      allowed[i] = hello("h" + i + ".allowed.example.org");
    }
  }

  /** Record, message, random, session id, 16 suites, server name, padding (RFC 7685). */
  private static byte[] hello(String name) {
    byte[] sni = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer to = ByteBuffer.allocate(5 + RECORD);
    to.put((byte) 22).putShort((short) 0x0301).putShort((short) RECORD);
    to.putInt(1 << 24 | (RECORD - 4));
    to.putShort((short) 0x0303).put(new byte[32]);
    to.put((byte) 32).put(new byte[32]);
    to.putShort((short) 32).put(new byte[32]);
    to.put((byte) 1).put((byte) 0);
    to.putShort((short) (to.remaining() - 2));
    to.putShort((short) 0).putShort((short) (sni.length + 5)).putShort((short) (sni.length + 3));
    to.put((byte) 0).putShort((short) sni.length).put(sni);
    to.putShort((short) PADDING).putShort((short) (to.remaining() - 2));
    return to.array();
  }

  private byte[] one(byte[][] of) {
    next = (next + 1) & (ASKED - 1);
    return of[next];
  }

  private StreamRuling judged(byte[] hello) {
    FlowJudge judge = enforcement.open(flow);
    StreamRuling left = judge.onOpen(0);
    return left.isPass() ? judge.onSegment(Direction.FROM_CLIENT, hello, 0, hello.length, 0) : left;
  }

  /** The parser alone. */
  @Benchmark
  public Parsed<ClientHello> parse() {
    return ClientHelloParser.parse(one(allowed), 0, 5 + RECORD);
  }

  /** A new flow whose hello passes. */
  @Benchmark
  public StreamRuling passes() {
    return judged(one(allowed));
  }

  /** A new flow whose hello is on the list. */
  @Benchmark
  public StreamRuling blocked() {
    return judged(one(blocked));
  }
}

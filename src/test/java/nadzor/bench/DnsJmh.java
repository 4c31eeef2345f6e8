package nadzor.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nadzor.censor.DnsRuling;
import nadzor.censor.Enforcement;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;
import nadzor.wire.DnsReading;
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

/** The way of a blocked question: read, judged among a million names, answered; step by step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DnsJmh {
  private static final int NAMES = 1_000_000;
  private static final int ASKED = 1 << 16;
  private static final int LIMIT = 1232;
  private static final long SEED = 7;
  private static final byte[] HEADER = {0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0};
  private static final byte[] HEADER_EDNS = {0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1};
  private static final byte[] TYPE_A_CLASS_IN = {0, 0, 1, 0, 1};
  private static final byte[] OPT = {0, 0, 41, 4, (byte) 0xd0, 0, 0, 0, 0, 0, 0};

  private final byte[][] plain = new byte[ASKED][];
  private final byte[][] edns = new byte[ASKED][];
  private final DnsQuery query = new DnsQuery();
  private final DnsRuling ruling = new DnsRuling();
  private final BlockedAnswer answer;
  private Enforcement enforcement = Networks.resolving(NameList.of(0));
  private int next;

  /** With a writer of its own. */
  public DnsJmh() {
    try {
      answer = new BlockedAnswer();
    } catch (Throwable e) { // what a method handle declares
      throw new IllegalStateException(e);
    }
  }

  /** Compiles the list and writes the queries. */
  @Setup
  public void compile() {
    enforcement = Networks.resolving(NameList.of(NAMES));
    Random chance = new Random(SEED);
    for (int i = 0; i < ASKED; i++) {
      String name = NameList.name(chance.nextInt(NAMES));
      plain[i] = query(HEADER, name, new byte[0]);
      edns[i] = query(HEADER_EDNS, name, OPT);
    }
  }

  private static byte[] query(byte[] header, String name, byte[] additional) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(header);
    for (String label : name.split("\\.", -1)) {
      octets.write(label.length());
      octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    octets.writeBytes(TYPE_A_CLASS_IN);
    octets.writeBytes(additional);
    return octets.toByteArray();
  }

  private DnsReading read(byte[][] queries) {
    next = (next + 1) & (ASKED - 1);
    return DnsQuestionParser.parse(queries[next], 0, queries[next].length, query);
  }

  private int answered(byte[][] queries) throws Throwable {
    if (read(queries) != DnsReading.QUESTION) {
      throw new IllegalStateException("not read");
    }
    enforcement.judge(query.question(), ruling);
    return answer.write(query, ruling, LIMIT);
  }

  /** The parser alone. */
  @Benchmark
  public DnsReading parse() {
    return read(plain);
  }

  /** Parser and judge. */
  @Benchmark
  public boolean parseAndJudge() {
    DnsReading unused = read(plain);
    enforcement.judge(query.question(), ruling);
    return ruling.isPass();
  }

  /** All of it, without EDNS. */
  @Benchmark
  public int blocked() throws Throwable {
    return answered(plain);
  }

  /** All of it, with EDNS: the answer carries an Extended DNS Error. */
  @Benchmark
  public int blockedWithEdns() throws Throwable {
    return answered(edns);
  }
}

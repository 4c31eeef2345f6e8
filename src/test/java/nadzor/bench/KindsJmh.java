package nadzor.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import nadzor.blocklist.Blocklist;
import nadzor.flow.NameView;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One look-up among a million rules on names, by kind of rule; the same names are asked for. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KindsJmh {
  private static final int RULES = 1_000_000;
  private static final int ASKED = 1 << 16;
  private static final long SEED = 7;

  private final NameView[] listed = new NameView[ASKED];
  private final NameView[] siblings = new NameView[ASKED];
  private final NameView[] strangers = new NameView[ASKED];
  private Blocklist list = Blocklist.EMPTY;
  private int next;

  /** What the list is made of; see {@link NameList.Kind}. */
  @Param({"EXACT", "SUFFIX", "END", "WITHIN", "MIXED"})
  public String kind = "";

  /** Compiles the list and draws the names. */
  @Setup
  public void compile() {
    list = NameList.of(RULES, NameList.Kind.valueOf(kind));
    Random chance = new Random(SEED);
    for (int i = 0; i < ASKED; i++) {
      int number = chance.nextInt(RULES);
      listed[i] = NameView.of(NameList.name(number));
      siblings[i] = NameView.of(NameList.name(RULES + number));
      strangers[i] = NameView.of("h" + number + ".allowed.example.org");
    }
  }

  private int orders(NameView[] of) {
    next = (next + 1) & (ASKED - 1);
    return list.orders(of[next]);
  }

  /** A name that a rule of the list holds. */
  @Benchmark
  public int hit() {
    return orders(listed);
  }

  /** A name that looks like those of the list. */
  @Benchmark
  public int missBeside() {
    return orders(siblings);
  }

  /** A name that shares nothing with the list. */
  @Benchmark
  public int missElsewhere() {
    return orders(strangers);
  }
}

package nadzor.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Match;
import nadzor.flow.NameView;
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

/** One look-up among a million names; the names asked for are spread over the whole list. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlocklistJmh {
  private static final int NAMES = 1_000_000;
  private static final int ASKED = 1 << 16;
  private static final long SEED = 7;

  private final NameView[] listed = new NameView[ASKED];
  private final NameView[] below = new NameView[ASKED];
  private final NameView[] siblings = new NameView[ASKED];
  private final NameView[] strangers = new NameView[ASKED];
  private Blocklist list = Blocklist.EMPTY;
  private int next;

  /** Compiles the list and draws the names. */
  @Setup
  public void compile() {
    list = NameList.of(NAMES);
    Random chance = new Random(SEED);
    for (int i = 0; i < ASKED; i++) {
      int number = chance.nextInt(NAMES);
      listed[i] = NameView.of(NameList.name(number));
      below[i] = NameView.of("www." + NameList.name(number));
      siblings[i] = NameView.of(NameList.name(NAMES + number));
      strangers[i] = NameView.of("h" + number + ".allowed.example.org");
    }
  }

  private NameView one(NameView[] of) {
    next = (next + 1) & (ASKED - 1);
    return of[next];
  }

  /** A name that stands on the list. */
  @Benchmark
  public Match hit() {
    return list.find(one(listed));
  }

  /** A name below one that stands on the list. */
  @Benchmark
  public Match hitBelow() {
    return list.find(one(below));
  }

  /** A name beside listed ones, under the same parents. */
  @Benchmark
  public Match missBeside() {
    return list.find(one(siblings));
  }

  /** A name that shares nothing with the list. */
  @Benchmark
  public Match missElsewhere() {
    return list.find(one(strangers));
  }
}

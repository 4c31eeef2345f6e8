package nadzor.bench;

import com.google.common.primitives.Ints;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.blocklist.VersionImage;
import nadzor.flow.Addresses;
import nadzor.store.VersionFile;

/**
 * Two million names, half a million addresses and two hundred thousand URLs: how long they take to
 * compile, what stays resident, how long a question takes, a delta, and a start from a stored
 * version. Arguments: how many thousand names (2000), and a folder for the stored version.
 */
public final class BlocklistScaleBench {
  private static final int ASKED = 1 << 17;
  private static final int BATCH = 16;
  private static final int DELTA = 1000;

  private final int names;
  private final Path file;
  private final Random chance = new Random(11);
  private long kept;

  private BlocklistScaleBench(int names, Path file) {
    this.names = names;
    this.file = file;
  }

  /** Runs once and prints. */
  public static void main(String[] arguments) throws Exception {
    int thousand = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    Path folder = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("scale");
    new BlocklistScaleBench(thousand * 1000, folder.resolve("version.nbl")).run();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void run() throws Exception {
    String[] urls = urls(names / 10);
    for (int round = 0; round < 2; round++) {
      long start = System.nanoTime();
      int size = compile(urls, 1.0 / 20).size();
      say("warm-up: %,d rules in %.2f s", size, seconds(start));
    }
    long before = used();
    long start = System.nanoTime();
    long computed = cpu();
    Blocklist list = compile(urls, 1);
    double compiled = seconds(start);
    computed = cpu() - computed;
    long resident = used() - before;
    say("rules            %,d", list.size());
    say(
        "compile          %.2f s from octets, one thread (%.2f s of processor)",
        compiled, computed / 1e9);
    say(
        "resident         %,d octets by heap difference, %.1f a rule; counted %,d, %.1f a rule",
        resident,
        (double) resident / list.size(),
        list.indexBytes(),
        (double) list.indexBytes() / list.size());
    namesAlone();
    hash(list);
    ask("heap  ", list);
    delta(list);
    stored(list);
  }

  private void namesAlone() {
    long before = used();
    Blocklist list = compileNames();
    long resident = used() - before;
    say("names alone      %.1f octets a name by heap difference", (double) resident / list.size());
  }

  private Blocklist compileNames() {
    BlocklistBuilder builder = new BlocklistBuilder();
    addNames(builder, names);
    return builder.build(1);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  /** What this thread has computed so far: the clock of a machine that others use too. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String[] urls(int count) {
    String[] urls = new String[count];
    Arrays.setAll(urls, i -> "http://" + NameList.name(i * 5) + "/page/" + i + "?id=" + i % 1000);
    return urls;
  }

  /** The names stand in one buffer, as a reader has them; the line is made for each. */
  private Blocklist compile(String[] urls, double share) {
    BlocklistBuilder builder = new BlocklistBuilder();
    addNames(builder, (int) (names * share));
    byte[] address = new byte[4];
    int addresses = (int) (names * share / 4);
    for (int i = 0; i < addresses; i++) {
      int number = 0x0a000000 + i * 7;
      for (int at = 0; at < 4; at++) {
        address[at] = (byte) (number >>> (24 - 8 * at));
      }
      Reason reason = new Reason.OfList("addresses.txt", i + 1);
      builder.address(address, 32, Measure.BLOCK, reason);
    }
    for (int i = 0; i < urls.length * share; i++) {
      Reason reason = new Reason.OfList("urls.txt", i + 1);
      builder.add(Matcher.of(urls[i]), Measure.BLOCK, reason);
    }
    return builder.build(1);
  }

  private static void addNames(BlocklistBuilder builder, int count) {
    byte[] octets = new byte[64];
    for (int i = 0; i < count; i++) {
      int length = write(octets, i);
      Reason reason = new Reason.OfList("names.txt", i + 1);
      builder.name(octets, 0, length, NameMatcher.Scope.SUFFIX, Measure.BLOCK, reason);
    }
  }

  /** What {@link NameList#name} says, without a text. */
  private static int write(byte[] to, int number) {
    to[0] = 'x';
    int rest = 10_000_000 + number;
    for (int at = 7; at > 0; at--) {
      to[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    byte[] tail = String.valueOf(number % 997).getBytes(StandardCharsets.US_ASCII);
    byte[] middle = ".example".getBytes(StandardCharsets.US_ASCII);
    byte[] end = ".test".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(middle, 0, to, 8, middle.length);
    System.arraycopy(tail, 0, to, 8 + middle.length, tail.length);
    System.arraycopy(end, 0, to, 8 + middle.length + tail.length, end.length);
    return 8 + middle.length + tail.length + end.length;
  }

  private static void hash(Blocklist list) {
    long start = System.nanoTime();
    String hash = list.contentHash();
    say("content hash     %.2f s once (%s...)", seconds(start), hash.substring(0, 12));
  }

  private void ask(String where, Blocklist list) {
    int[] drawn = chance.ints(ASKED, 0, names).toArray();
    InetAddress[] addresses = new InetAddress[ASKED];
    for (int i = 0; i < ASKED; i++) {
      int octets = 0x0a000000 + chance.nextInt(names / 4 * 7);
      addresses[i] = Addresses.ofOctets(Ints.toByteArray(octets));
    }
    IntFunction<String> below = i -> "www." + NameList.name(drawn[i]);
    new NameQuestions(where + " hit below  ", ASKED, below).ask(list::orders);
    IntFunction<String> itself = i -> NameList.name(drawn[i]);
    new NameQuestions(where + " hit itself ", ASKED, itself).ask(list::orders);
    IntFunction<String> beside = i -> NameList.name(names + drawn[i]);
    new NameQuestions(where + " miss beside", ASKED, beside).ask(list::orders);
    IntFunction<String> far = i -> "h" + drawn[i] + ".allowed.example.org";
    new NameQuestions(where + " miss far   ", ASKED, far).ask(list::orders);
    percentile(where + " address    ", i -> list.orders(addresses[i], 443));
    new NameQuestions(where + " rule of hit", ASKED, below).ask(n -> list.find(n).rules().size());
  }

  /** Batches of 16 questions, as the clock itself takes some 25 ns; percentiles of their means. */
  private void percentile(String about, IntUnaryOperator question) {
    double[] nanos = new double[ASKED / BATCH];
    for (int round = 0; round < 6; round++) {
      for (int batch = 0; batch < nanos.length; batch++) {
        long start = System.nanoTime();
        for (int i = batch * BATCH; i < (batch + 1) * BATCH; i++) {
          kept += question.applyAsInt(i);
        }
        nanos[batch] = (System.nanoTime() - start) / (double) BATCH;
      }
    }
    Arrays.sort(nanos);
    say(
        "%s p50 %.0f ns, p99 %.0f ns (means of %d)",
        about, nanos[nanos.length / 2], nanos[nanos.length * 99 / 100], BATCH);
  }

  private void delta(Blocklist list) {
    Blocklist current = list;
    double worst = 0;
    for (int round = 0; round < 12; round++) {
      List<Rule> added = new ArrayList<>();
      List<Rule> removed = new ArrayList<>();
      for (int i = 0; i < DELTA / 2; i++) {
        added.add(rule(names + round * DELTA + i));
        removed.add(rule(round * DELTA + i));
      }
      long start = System.nanoTime();
      current = current.next(round + 2, added, removed);
      double took = seconds(start) * 1000;
      worst = round == 0 ? 0 : Math.max(worst, took);
      say("delta of %,d    %.1f ms%s", DELTA, took, round == 0 ? " (first)" : "");
    }
    say("deltas after the first: at most %.1f ms; %,d rules", worst, current.size());
  }

  private static Rule rule(int number) {
    Reason reason = new Reason.OfList("names.txt", number + 1);
    return new Rule(Matcher.of("." + NameList.name(number)), Measure.BLOCK, reason);
  }

  private void stored(Blocklist list) throws Exception {
    long start = System.nanoTime();
    VersionFile.write(file, list);
    say("stored           %.2f s, %,d octets", seconds(start), Files.size(file));
    for (int round = 0; round < 3; round++) {
      long before = used();
      start = System.nanoTime();
      long computed = cpu();
      Blocklist opened = VersionFile.open(file);
      double took = seconds(start);
      computed = cpu() - computed;
      say(
          "opened, mapped   %.3f s (%.3f s of processor), %,d octets of heap, %.1f mapped a rule",
          took, computed / 1e9, used() - before, (double) Files.size(file) / opened.size());
      if (round == 2) {
        ask("mapped", opened);
        ask("heap  ", list);
      }
    }
    start = System.nanoTime();
    Blocklist read = VersionImage.open(ByteBuffer.wrap(Files.readAllBytes(file)));
    say("opened, read     %.3f s (%d)", seconds(start), read.size() + kept % 2);
  }
}

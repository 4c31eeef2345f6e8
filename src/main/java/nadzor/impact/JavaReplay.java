package nadzor.impact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.impact.traffic.BadTraffic;
import nadzor.impact.traffic.ClientGroups;
import nadzor.impact.traffic.Progress;
import nadzor.impact.traffic.Request;
import nadzor.impact.traffic.Stamp;
import nadzor.impact.traffic.Timing;
import nadzor.impact.traffic.TrafficFile;
import nadzor.impact.traffic.TrafficSummary;

/** The plain path: row by row, each distinct request judged when it is first met. One run. */
final class JavaReplay {
  /** Requests of one type, and with one URL, for a name. */
  private record Asked(int type, String url) {}

  /** What was heard of them. */
  private static final class Counter {
    private final int verdict;
    private long requests;

    Counter(int verdict) {
      this.verdict = verdict;
    }
  }

  /** What was heard of a client group, or at a time. */
  private static final class Group {
    private final Map<Integer, Long> noted = new HashMap<>();
    private long requests;

    void add(int verdict, long count) {
      requests += count;
      if (verdict != VerdictBook.FREE) {
        noted.merge(verdict, count, Long::sum);
      }
    }
  }

  private final Map<String, Map<Asked, Counter>> names = new HashMap<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<Stamp, Group> times = new HashMap<>();
  private final Optional<Timing> timing;
  private final Judge.Lane lane;
  private final Tally tally;
  private final Twins twins;
  private final int most;
  private int distinct;

  JavaReplay(Judge judge, Tally tally, Twins twins, Optional<Timing> timing, Resources resources) {
    this.lane = judge.lane();
    this.tally = tally;
    this.twins = twins;
    this.timing = timing;
    this.most = resources.mostNames();
  }

  TrafficSummary run(List<TrafficFile> files, ClientGroups hashes, Progress progress)
      throws IOException {
    List<TrafficSummary.FileSummary> summaries = new ArrayList<>();
    for (TrafficFile file : files) {
      summaries.add(file.read(hashes, timing, request -> request(file, request), progress));
    }
    tell();
    return new TrafficSummary(summaries);
  }

  private BadTraffic tooMany(TrafficFile file) {
    return new BadTraffic(
        file.name(),
        "more than " + most + " distinct requests",
        "fewer, or --engine duckdb, which keeps them on the disk");
  }

  private void request(TrafficFile file, Request request) throws BadTraffic {
    if (distinct > most) {
      throw tooMany(file);
    }
    Counter counter =
        names
            .computeIfAbsent(request.name(), name -> new HashMap<>(2))
            .computeIfAbsent(new Asked(request.type(), request.url()), asked -> judged(request));
    counter.requests += request.count();
    groups
        .computeIfAbsent(request.group(), name -> new Group())
        .add(counter.verdict, request.count());
    if (timing.isPresent()) {
      times
          .computeIfAbsent(request.time().quarter(), this::quarter)
          .add(counter.verdict, request.count());
    }
  }

  /** It takes its room as a request does. */
  private Group quarter(Stamp told) {
    distinct++;
    return new Group();
  }

  private Counter judged(Request request) {
    distinct++;
    return new Counter(lane.judge(request.name(), request.type(), request.url()));
  }

  private void tell() {
    names.forEach(this::tell);
    groups.forEach((group, heard) -> tally.group(group, heard.requests, heard.noted));
    times.forEach((quarter, heard) -> tally.time(quarter, heard.requests, heard.noted));
  }

  private void tell(String name, Map<Asked, Counter> counters) {
    long all = counters.values().stream().mapToLong(counter -> counter.requests).sum();
    twins.name(name, all);
    if (counters.values().stream().allMatch(counter -> counter.verdict == VerdictBook.FREE)) {
      tally.rest(new Count(all, 1));
      return;
    }
    Map<Integer, Long> byVerdict = new HashMap<>();
    counters.values().forEach(one -> byVerdict.merge(one.verdict, one.requests, Long::sum));
    tally.name(
        name,
        byVerdict.entrySet().stream().map(one -> new Heard(one.getKey(), one.getValue())).toList());
  }
}

package nadzor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nadzor.office.Office;
import nadzor.office.OfficeSpec;
import nadzor.registry.Recorded;
import nadzor.store.JournalStore;
import nadzor.story.ScenarioReader;
import nadzor.web.WebServer;
import nadzor.web.WebSpec;

/**
 * An office on a store of many records, with the story's networks: how long it takes to open, and
 * how long pages and writes take over HTTP: {@code DIRECTORY RECORDS [REQUESTS]}. Writes the
 * records where the directory has none.
 */
final class OfficeBench {
  private static final String SCENARIO = "config/scenarios/meta-2022.yaml";

  private OfficeBench() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    int records = Integer.parseInt(arguments[1]);
    int requests = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    Path store = directory.resolve("journal.db");
    if (Files.notExists(store)) {
      write(store, new ManyRecords(records), records);
    }
    OfficeSpec spec =
        OfficeSpec.of(
                new ScenarioReader().read(Path.of(SCENARIO)),
                directory,
                ManyRecords.at(records).plus(Duration.ofDays(1)))
            .paused();
    long start = System.nanoTime();
    long worked = processors();
    try (Office office = Office.open(spec);
        WebServer server = WebServer.start(WebSpec.onLoopback(0), office)) {
      System.out.printf(
          "open with %,d records: %.2f s, %.2f s of the processors%n",
          office.archive().journal().entries().size(),
          (System.nanoTime() - start) / 1e9,
          (processors() - worked) / 1e9);
      pages(server, requests);
    }
  }

  private static long processors() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static void write(Path store, ManyRecords many, int records) {
    try (JournalStore open = JournalStore.open(store.toString())) {
      Iterator<Recorded<?>> all =
          IntStream.range(0, records)
              .<Recorded<?>>mapToObj(
                  i -> new Recorded<>(i + 1L, ManyRecords.at(i), "bench", many.entry(i)))
              .iterator();
      open.appendRecords(open.head(), all);
    }
  }

  private static void pages(WebServer server, int requests)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    for (String path :
        List.of(
            "journal",
            "journal?order=desc",
            "journal?kind=violation&order=desc",
            "journal?about=decision-7",
            "violations",
            "violations?platform=platform-7",
            "violations?case=case-7",
            "violations?kind=fakes",
            "violations?kind=fakes&platform=platform-7",
            "violations?kind=none-such",
            "violations?basis=272-FZ%20of%2028%20December%202012,%20article%203.3",
            "violations?from=2022-06-01&to=2022-07-01",
            "violations?at=2022-06-01",
            "violations?q=restricted%20331",
            "demands",
            "demands?state=ignored",
            "demands?q=explain",
            "decisions",
            "decisions?state=in%20force",
            "decisions?case=case-7",
            "decisions?authority=Roskomnadzor",
            "decisions?q=decision-77",
            "decisions?basis=149-FZ%20of%2027%20July%202006,%20article%2015.3",
            "decisions?from=2023-01-01&to=2023-02-01",
            "cases?state=open",
            "cases?q=case-77",
            "platforms?q=site77",
            "register",
            "register?measure=throttle",
            "register?platform=platform-7",
            "register?q=site77",
            "register?at=2023-01-01",
            "decisions?platform=platform-7",
            "cases",
            "cases/case-7",
            "cases/case-7/timeline",
            "register/lookup?q=www.site7.test",
            "why?url=www.site7.test",
            "summary",
            "summary?seconds=60",
            "clock",
            "statements")) {
      URI uri = URI.create("http://" + server.address() + "/api/v1/" + path);
      time(client, "GET " + path, HttpRequest.newBuilder(uri).build(), requests);
    }
    HttpRequest violation =
        HttpRequest.newBuilder(URI.create("http://" + server.address() + "/api/v1/violations"))
            .header("Authorization", "Bearer " + server.token())
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"platform\": \"platform-7\", \"kind\": \"k\", \"source\": \"s\"}"))
            .build();
    time(client, "POST violations", violation, requests);
  }

  private static void time(HttpClient client, String what, HttpRequest request, int requests)
      throws IOException, InterruptedException {
    long[] took = new long[requests];
    int status = 0;
    for (int i = 0; i < requests; i++) {
      long start = System.nanoTime();
      status = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
      took[i] = System.nanoTime() - start;
    }
    long first = took[0];
    Arrays.sort(took);
    System.out.printf(
        Locale.ROOT,
        "%s: %d, first %.1f ms, worst %.1f ms, p50 %.1f ms, p90 %.1f ms, p99 %.1f ms%n",
        what,
        status,
        first / 1e6,
        took[requests - 1] / 1e6,
        took[requests / 2] / 1e6,
        took[requests * 9 / 10] / 1e6,
        took[requests * 99 / 100] / 1e6);
  }
}

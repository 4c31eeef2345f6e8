package nadzor.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.censor.Enforcement;
import nadzor.censor.Trial;
import nadzor.censor.TrialWatch;
import nadzor.dns.ResolverServer;
import nadzor.flow.Endpoint;
import nadzor.proxy.ProxyServer;
import nadzor.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;

/**
 * Versions are swapped fifty times, every other one as a trial for everybody, while resolver and
 * proxy are asked without a pause: every question has its answer, and all of an answer, the rule
 * that names the host and the mask that has a part of it, is of one version that was in force
 * meanwhile.
 */
@Timeout(180)
final class SwapTest {
  private static final int SWAPS = 50;
  private static final int ANSWERS_BETWEEN = 10;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern NUMBER = Pattern.compile("[vc]([0-9]+)");

  private final Enforcement enforcement = SubjectRules.forgetting();
  private final AtomicLong begun = new AtomicLong(1);
  private final AtomicLong done = new AtomicLong(1);
  private final AtomicInteger resolved = new AtomicInteger();
  private final AtomicInteger fetched = new AtomicInteger();
  private final AtomicInteger newly = new AtomicInteger();
  private volatile boolean over;

  /** The host by its name and by a text in it: two entries, which both name the version. */
  private static Blocklist version(long number) {
    List<Rule> rules = new ArrayList<>();
    for (String what : List.of(".swapped.test", "*swap*", number + ".only.test")) {
      Reason why = new Reason.OfDecision("v" + number, "c" + number, "A", "B", "C");
      rules.add(new Rule(Matcher.of(what), Measure.BLOCK, why));
    }
    return Blocklist.compile(number, rules);
  }

  private void swap(long number) {
    begun.set(number);
    if (number % 2 == 0) {
      TrialWatch watch = (restriction, acted) -> newly.incrementAndGet();
      enforcement.activate(version(number - 1), Trial.canary(version(number), 1, 7, watch));
    } else {
      enforcement.activate(version(number));
    }
    done.set(number);
  }

  private static byte[] question(String name) throws IOException {
    Message query = new Message(Query.of(name));
    query.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
    return query.toWire();
  }

  /** All numbers in it are one, which was in force at some moment in between. */
  private void assertOneVersion(String told, long atLeast, long atMost) {
    List<Long> numbers =
        NUMBER.matcher(told).results().map((MatchResult r) -> Long.valueOf(r.group(1))).toList();
    assertTrue(numbers.size() >= 2, told);
    long number = numbers.get(0);
    assertTrue(numbers.stream().allMatch(n -> n == number), told);
    assertTrue(number >= atLeast && number <= atMost, number + " of " + atLeast + ".." + atMost);
  }

  private Void ask(ResolverServer resolver) throws IOException {
    byte[] swapped = question("www.swapped.test");
    byte[] free = question("www.free.test");
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(resolver.address().toSocketAddress());
      while (!over) {
        long atLeast = done.get();
        byte[] answer = answer(socket, swapped);
        long atMost = begun.get();
        assertEquals(Query.NXDOMAIN, Query.rcode(answer));
        assertOneVersion(new String(answer, StandardCharsets.ISO_8859_1), atLeast, atMost);
        assertEquals(Query.NOERROR, Query.rcode(answer(socket, free)));
        resolved.incrementAndGet();
      }
    }
    return null;
  }

  private static byte[] answer(DatagramSocket socket, byte[] query) throws IOException {
    socket.send(new DatagramPacket(query, query.length));
    DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
    socket.receive(answer);
    return java.util.Arrays.copyOf(answer.getData(), answer.getLength());
  }

  private Void fetch(ProxyServer proxy, Endpoint origin) throws IOException {
    while (!over) {
      try (Socket socket = new Socket(proxy.address().address(), proxy.address().port())) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(Words.connect("www.swapped.test", origin));
        assertTrue(Words.head(socket).contains(" 200 "));
        long atLeast = done.get();
        socket
            .getOutputStream()
            .write(Words.ascii("GET / HTTP/1.1\r\nHost: www.swapped.test\r\n\r\n"));
        String page = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(page.startsWith("HTTP/1.1 403 "), page);
        assertOneVersion(page + page, atLeast, begun.get());
        fetched.incrementAndGet();
      }
    }
    return null;
  }

  /** Waits until both were answered some more; fails where one has come to its end. */
  private void await(List<Future<Void>> clients) throws Exception {
    int dns = resolved.get() + ANSWERS_BETWEEN;
    int pages = fetched.get() + 1;
    while (resolved.get() < dns || fetched.get() < pages) {
      for (Future<Void> client : clients) {
        if (client.isDone()) {
          client.get();
        }
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void nothingIsLostAndNothingIsMixed() throws Exception {
    Settings settings = Settings.of();
    ExecutorService threads = Executors.newCachedThreadPool();
    swap(1);
    try (Transport transport = Transport.start(2);
        SubjectUpstream upstream = SubjectUpstream.open(transport, settings.upstream());
        ResolverServer resolver =
            ResolverServer.start(
                transport,
                Endpoint.of("127.0.0.1", 0),
                Optional.of(enforcement),
                upstream,
                settings.resolver());
        ProxyServer proxy =
            ProxyServer.start(
                transport,
                Endpoint.of("127.0.0.1", 0),
                new SubjectWorld(),
                enforcement,
                settings.proxy());
        Origin origin = Origin.echoing()) {
      List<Callable<Void>> kinds =
          List.of(() -> ask(resolver), () -> ask(resolver), () -> fetch(proxy, origin.address()));
      List<Future<Void>> clients = kinds.stream().map(threads::submit).toList();
      for (int number = 2; number <= SWAPS + 1; number++) {
        swap(number);
        await(clients);
      }
      over = true;
      for (Future<Void> client : clients) {
        client.get();
      }
      assertEquals(0, resolver.counters().dropped());
    } finally {
      over = true;
      threads.shutdownNow();
    }
    assertTrue(resolved.get() >= SWAPS * ANSWERS_BETWEEN);
    assertEquals(0, newly.get(), "both versions hold the name");
  }
}

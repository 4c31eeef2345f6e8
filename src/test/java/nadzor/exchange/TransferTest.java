package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;

/** Policy zones to and from BIND, and between two of ours. */
class TransferTest {
  private static final Name ZONE = Name.fromConstantString("rpz.test.");
  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final TSIG KEY = new TSIG(TSIG.HMAC_SHA256, "xfer.", SECRET);
  private static final String KEY_TEXT =
      "key \"xfer\" { algorithm hmac-sha256; secret \"" + SECRET + "\"; };";

  @TempDir Path home;

  private static List<ListItem> sample() throws IOException {
    return Taken.of(Taken.LISTS.resolve("policy.rpz"), Reading.of(Format.RPZ)).items;
  }

  private static List<ListItem> plain(String text) throws IOException {
    return Taken.of(text, Format.PLAIN).items;
  }

  private static PolicyZone zone(long serial, List<ListItem> items, ZoneChange... changes) {
    return new PolicyZone(ZONE, serial, 300, items::stream, List.of(changes));
  }

  /** What items say, times to live apart, which a transfer always has. */
  private static List<String> meanings(List<ListItem> items) {
    return items.stream()
        .map(
            i ->
                i.prescription().act()
                    + " "
                    + i.target()
                    + " "
                    + i.prescription().data().stream().sorted().toList())
        .sorted()
        .toList();
  }

  private static final class Changes implements ZoneFetch.ChangeReceiver {
    final List<String> steps = new ArrayList<>();

    @Override
    public void item(ListItem item) {
      steps.add("+" + item.prescription().act().word() + " " + item.target());
    }

    @Override
    public void removed(ListItem item) {
      steps.add("-" + item.prescription().act().word() + " " + item.target());
    }

    @Override
    public void remark(Remark remark) {
      steps.add(remark.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ourClientFetchesFromOurServer(boolean signed) throws IOException {
    Optional<TSIG> key = signed ? Optional.of(KEY) : Optional.empty();
    try (TransferServer server = TransferServer.start(FREE, zone(42, sample()), key)) {
      Taken taken = new Taken();
      ZoneFetch.Result result = new ZoneFetch(ZONE, server.address(), key).whole(taken);
      assertEquals(meanings(sample()), meanings(taken.items));
      assertEquals(OptionalLong.of(42), result.serial());
      assertEquals(ZoneFetch.Outcome.WHOLE, result.outcome());
      assertEquals(List.of(), taken.remarks);
    }
  }

  private static void assertSays(String expected, String text) {
    assertTrue(text.contains(expected), () -> expected + " is not in\n" + text);
  }

  @Test
  void aTransferOfManyMessagesIsWhole() throws IOException {
    String names =
        String.join("\n", IntStream.range(0, 20_000).mapToObj(i -> "n" + i + ".test").toList());
    List<ListItem> items = plain(names);
    try (TransferServer server = TransferServer.start(FREE, zone(7, items), Optional.of(KEY))) {
      Taken taken = new Taken();
      new ZoneFetch(ZONE, server.address(), Optional.of(KEY)).whole(taken);
      assertEquals(20_000, taken.items.size());
    }
  }

  @Test
  void whoHasNotTheKeyGetsNothing() throws IOException {
    TSIG other = new TSIG(TSIG.HMAC_SHA256, "xfer.", SECRET.replace('M', 'N'));
    try (TransferServer server = TransferServer.start(FREE, zone(1, sample()), Optional.of(KEY))) {
      for (Optional<TSIG> key : List.of(Optional.<TSIG>empty(), Optional.of(other))) {
        Taken taken = new Taken();
        ZoneFetch fetch = new ZoneFetch(ZONE, server.address(), key);
        assertThrows(IOException.class, () -> fetch.whole(taken));
        assertEquals(List.of(), taken.items);
      }
    }
  }

  @Test
  void onlyWhatChangedIsFetched() throws IOException {
    List<ListItem> now = plain("b.test\nc.test\n.d.test\n");
    ZoneChange first = new ZoneChange(1, 2, plain("a.test"), plain("b.test"));
    ZoneChange second = new ZoneChange(2, 4, List.of(), plain("c.test\n.d.test"));
    try (TransferServer server =
        TransferServer.start(FREE, zone(4, now, first, second), Optional.empty())) {
      ZoneFetch fetch = new ZoneFetch(ZONE, server.address(), Optional.empty());
      Changes all = new Changes();
      assertEquals(ZoneFetch.Outcome.CHANGES, fetch.since(1, all).outcome());
      assertEquals(
          List.of(
              "-nxdomain a.test",
              "+nxdomain b.test",
              "+nxdomain c.test",
              "+nxdomain d.test",
              "+nxdomain *.d.test"),
          all.steps);
      Changes last = new Changes();
      assertEquals(OptionalLong.of(4), fetch.since(2, last).serial());
      assertEquals(3, last.steps.size());
      Changes none = new Changes();
      assertEquals(ZoneFetch.Outcome.CURRENT, fetch.since(4, none).outcome());
      assertEquals(List.of(), none.steps);
      Changes unknown = new Changes();
      assertEquals(ZoneFetch.Outcome.WHOLE, fetch.since(3, unknown).outcome());
      assertEquals(4, unknown.steps.size());
    }
  }

  @Test
  void digUnderstandsOurTransfers() throws Exception {
    try (TransferServer server = TransferServer.start(FREE, zone(42, sample()), Optional.empty())) {
      String axfr = Bind.dig(server.address(), "rpz.test", "AXFR");
      for (String line :
          List.of(
              "facebook.com.rpz.test. 300 IN CNAME .",
              "nodata.test.rpz.test. 300 IN CNAME *.",
              "data.test.rpz.test. 60 IN TXT \"a; b\" \"c d\"",
              "128.57.zz.1001.0.db8.2001.rpz-ip.rpz.test. 300 IN CNAME .",
              "XFR size: 21 records")) {
        assertTrue(axfr.contains(line), () -> line + " is not in\n" + axfr);
      }
      assertFalse(axfr.contains("WARNING") || axfr.contains("failed"), axfr);
      assertTrue(Bind.dig(server.address(), "rpz.test", "SOA").contains(" 42 "));
      assertTrue(Bind.dig(server.address(), "other.test", "SOA").contains("status: REFUSED"));
      assertTrue(Bind.dig(server.address(), "+notcp", "rpz.test", "SOA").contains(" 42 "));
    }
  }

  @Test
  void ourClientFetchesFromBind() throws Exception {
    Files.copy(Taken.LISTS.resolve("policy.rpz"), home.resolve("policy.rpz"));
    String zones =
        "zone \"rpz.test\" { type primary; file \"policy.rpz\"; allow-update { 127.0.0.1; };"
            + " check-names ignore; };";
    try (Bind bind = Bind.start(home, "", zones)) {
      ZoneFetch fetch = new ZoneFetch(ZONE, bind.address(), Optional.empty());
      Taken taken = new Taken();
      assertEquals(OptionalLong.of(42), fetch.whole(taken).serial());
      assertEquals(meanings(sample()), meanings(taken.items));
      assertEquals(ZoneFetch.Outcome.CURRENT, fetch.since(42, new Changes()).outcome());
      String said =
          Bind.run(
              List.of("nsupdate"),
              "server 127.0.0.1 "
                  + bind.address().getPort()
                  + "\nzone rpz.test\nupdate delete drop.test.rpz.test. CNAME\n"
                  + "update add new.test.rpz.test. 60 CNAME .\nsend\n");
      assertEquals("", said);
      Changes changes = new Changes();
      ZoneFetch.Result result = fetch.since(42, changes);
      assertEquals(ZoneFetch.Outcome.CHANGES, result.outcome(), bind.log());
      assertEquals(OptionalLong.of(43), result.serial());
      assertEquals(List.of("-drop drop.test", "+nxdomain new.test"), changes.steps);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bindEnforcesWhatItFetchesFromUs(boolean signed) throws Exception {
    List<ListItem> before = sample();
    Optional<TSIG> key = signed ? Optional.of(KEY) : Optional.empty();
    try (TransferServer server = TransferServer.start(FREE, zone(42, before), key)) {
      String zones =
          (signed ? KEY_TEXT : "")
              + "zone \"rpz.test\" { type secondary; file \"rpz.db\"; primaries { 127.0.0.1 port "
              + server.address().getPort()
              + (signed ? " key xfer" : "")
              + "; }; allow-notify { 127.0.0.1; }; };";
      String options =
          "response-policy { zone \"rpz.test\" min-update-interval 0; } qname-wait-recurse no nsip-wait-recurse no nsdname-wait-recurse no;";
      try (Bind bind = Bind.start(home, options, zones)) {
        bind.await("transfer", log -> log.contains("transferred serial 42"));
        bind.await("policy", log -> log.contains("rpz: rpz.test: reload done: success"));
        assertSays("status: NXDOMAIN", bind.dig("www.facebook.com"));
        assertSays("rpz.test. 300 IN SOA", bind.dig("www.facebook.com"));
        assertSays("A 192.0.2.80", bind.dig("data.test"));
        assertFalse(bind.dig("new.test").contains("rpz.test"));
        List<ListItem> added = plain("new.test\n");
        List<ListItem> after = Stream.concat(before.stream(), added.stream()).toList();
        server.publish(zone(43, after, new ZoneChange(42, 43, List.of(), added)));
        server.notify(bind.address());
        bind.await("change", log -> log.contains("transferred serial 43"));
        bind.await("policy", log -> log.split("reload done: success", -1).length > 2);
        assertSays("1 messages, 5 records", bind.log());
        assertSays("rpz.test. 300 IN SOA", bind.dig("new.test"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1", "0.0.0.0", "8.8.8.8", "2001:db8::1"})
  void nothingOutsideIsAsked(String address) {
    InetSocketAddress at = new InetSocketAddress(address, 53);
    assertThrows(IllegalArgumentException.class, () -> new ZoneFetch(ZONE, at, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> TransferServer.start(at, zone(1, List.of()), Optional.empty()));
  }

  @Test
  void whatAZoneCannotHoldIsSaid() throws IOException {
    List<Remark> lost = new ArrayList<>();
    zone(1, plain("*t.co*\na.test\nhttp://a.test/x\n")).check(lost::add);
    assertEquals(List.of("text-mask", "urls"), lost.stream().map(Remark::rule).toList());
  }
}

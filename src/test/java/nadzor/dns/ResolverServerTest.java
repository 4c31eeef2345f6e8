package nadzor.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import nadzor.censor.DnsAction;
import nadzor.censor.action.Forge;
import nadzor.censor.action.Rcode;
import nadzor.censor.action.Silence;
import nadzor.flow.Endpoint;
import nadzor.transport.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Real sockets, on epoll and on NIO. */
class ResolverServerTest {
  private static final Endpoint ANY = Endpoint.of("127.0.0.1", 0);
  private static final DnsAction FORGE = new Forge(Worlds.addresses("127.30.1.80"), 10);

  private Transport transport = Transport.startNio(1);

  @AfterEach
  void close() {
    transport.close();
  }

  private void use(boolean epoll) {
    transport.close();
    transport = epoll ? Transport.start(2) : Transport.startNio(2);
  }

  private ResolverServer start(DnsAction action, ResolverLimits limits) throws IOException {
    return ResolverServer.start(
        transport, ANY, Optional.of(Worlds.enforcing(action)), Zone.upstream(), limits);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersByUdpAndTcpOnOnePort(boolean epoll) throws IOException {
    use(epoll);
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults())) {
      assertNotEquals(0, server.address().port());
      for (boolean tcp : new boolean[] {false, true}) {
        Message forged =
            Client.ask(server.address(), Messages.edns("blocked.test", Type.A, 1232), tcp);
        assertEquals(1, forged.getSection(Section.ANSWER).size());
        assertEquals(16, Messages.extendedError(forged).getErrorCode());
        Message real = Client.ask(server.address(), Messages.plain("a.test", Type.A), tcp);
        assertEquals(Dns.NOERROR, real.getRcode());
        assertEquals(1, real.getSection(Section.ANSWER).size());
        assertTrue(real.getHeader().getFlag(Flags.RA));
      }
      assertEquals(4, server.counters().queries());
      assertEquals(2, server.counters().restricted());
      assertEquals(1, server.counters().forwarded());
      assertEquals(1, server.counters().cached());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsTheTruthOtherwise(boolean epoll) throws IOException {
    use(epoll);
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults())) {
      Message nodata = Client.ask(server.address(), Messages.plain("a.test", Type.AAAA), false);
      assertEquals(Dns.NOERROR, nodata.getRcode());
      assertTrue(nodata.getSection(Section.ANSWER).isEmpty());
      Message missing = Client.ask(server.address(), Messages.plain("missing.test", 28), false);
      assertEquals(Dns.NXDOMAIN, missing.getRcode());
      Message broken = Client.ask(server.address(), Messages.plain("broken.test", 1), false);
      assertEquals(Dns.SERVFAIL, broken.getRcode());
      Message large = Client.ask(server.address(), Messages.edns("a.test", 16, 1232), false);
      assertTrue(large.getHeader().getFlag(Flags.TC));
      Message whole = Client.ask(server.address(), Messages.edns("a.test", 16, 1232), true);
      assertEquals(60, whole.getSection(Section.ANSWER).size());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void asksAnotherServerByUdpAndWhereItMustByTcp(boolean epoll) throws IOException {
    use(epoll);
    ResolverLimits limits = ResolverLimits.defaults();
    try (AuthorityServer authority =
            AuthorityServer.start(transport, ANY, Zone.upstream(), limits);
        Upstream upstream =
            UdpUpstream.open(transport, authority.address(), Duration.ofSeconds(5));
        ResolverServer server =
            ResolverServer.start(transport, ANY, Optional.empty(), upstream, limits)) {
      Message direct = Client.ask(authority.address(), Messages.plain("a.test", Type.A), false);
      assertTrue(direct.getHeader().getFlag(Flags.AA));
      assertFalse(direct.getHeader().getFlag(Flags.RA));
      Message real = Client.ask(server.address(), Messages.plain("blocked.test", Type.A), false);
      assertEquals(1, real.getSection(Section.ANSWER).size());
      assertFalse(real.getHeader().getFlag(Flags.AA));
      Message large = Client.ask(server.address(), Messages.plain("a.test", Type.TXT), true);
      assertEquals(60, large.getSection(Section.ANSWER).size());
      assertEquals(4, authority.counters().queries(), "A, A, TXT by UDP, TXT by TCP");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDeadUpstreamIsServfail(boolean epoll) throws IOException {
    use(epoll);
    Endpoint nobody;
    try (DatagramSocket taken = new DatagramSocket(ANY.toSocketAddress())) {
      nobody = new Endpoint(ANY.address(), taken.getLocalPort());
    }
    try (Upstream upstream = UdpUpstream.open(transport, nobody, Duration.ofMillis(200));
        ResolverServer server =
            ResolverServer.start(
                transport, ANY, Optional.empty(), upstream, ResolverLimits.defaults())) {
      Message answer = Client.ask(server.address(), Messages.plain("a.test", Type.A), false);
      assertEquals(Dns.SERVFAIL, answer.getRcode());
      assertEquals(1, server.counters().failed());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void silenceIsSilent(boolean epoll) throws IOException {
    use(epoll);
    try (ResolverServer server = start(new Silence(0), ResolverLimits.defaults());
        DatagramSocket client = new DatagramSocket(ANY.toSocketAddress())) {
      client.setSoTimeout(5000);
      byte[] blocked = Messages.plain("blocked.test", Type.A);
      byte[] free = Messages.plain("a.test", Type.A);
      client.send(new DatagramPacket(blocked, blocked.length, server.address().toSocketAddress()));
      client.send(new DatagramPacket(free, free.length, server.address().toSocketAddress()));
      DatagramPacket answer = new DatagramPacket(new byte[512], 512);
      client.receive(answer);
      assertEquals(Dns.u16(free, 0), Dns.u16(answer.getData(), 0), "the blocked one comes never");
      assertEquals(1, server.counters().restricted());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPortInUseIsAnErrorThatSaysSo(boolean epoll) throws IOException {
    use(epoll);
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults())) {
      BindException failure =
          assertThrows(
              BindException.class,
              () ->
                  ResolverServer.start(
                      transport,
                      server.address(),
                      Optional.empty(),
                      Zone.upstream(),
                      ResolverLimits.defaults()));
      assertTrue(String.valueOf(failure.getMessage()).contains(server.address().toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closesTwiceAndTakesItsConnectionsAlong(boolean epoll) throws IOException {
    use(epoll);
    ResolverServer server = start(FORGE, ResolverLimits.defaults());
    Endpoint address = server.address();
    try (Socket client = new Socket(address.address(), address.port())) {
      client.setSoTimeout(5000);
      byte[] query = Messages.plain("blocked.test", Type.A);
      client.getOutputStream().write(new byte[] {0, (byte) query.length});
      client.getOutputStream().write(query);
      assertEquals(0, client.getInputStream().read());
      server.close();
      server.close();
      client.getInputStream().readAllBytes();
      assertEquals(-1, client.getInputStream().read());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFloodOfGarbageLeavesItStanding(boolean epoll) throws IOException {
    use(epoll);
    Random random = new Random(4_032_022L);
    try (ResolverServer server = start(FORGE, ResolverLimits.defaults());
        DatagramSocket client = new DatagramSocket(ANY.toSocketAddress())) {
      for (int i = 0; i < 5_000; i++) {
        byte[] garbage = new byte[random.nextInt(1400)];
        random.nextBytes(garbage);
        client.send(
            new DatagramPacket(garbage, garbage.length, server.address().toSocketAddress()));
      }
      byte[] query = Messages.plain("blocked.test", Type.A);
      Message answer = Client.askAgain(server.address(), query);
      assertEquals(1, answer.getSection(Section.ANSWER).size());
      assertTrue(server.counters().malformed() > 0);
      assertTrue(server.counters().dropped() > 0);
    }
  }

  /** NIO gives a number back a moment later: its selector closes the descriptors. */
  @Test
  void givesItsPortBack() throws IOException {
    use(true);
    ResolverServer server = start(FORGE, ResolverLimits.defaults());
    server.close();
    ResolverLimits limits = ResolverLimits.defaults();
    try (ResolverServer again =
        ResolverServer.start(
            transport, server.address(), Optional.empty(), Zone.upstream(), limits)) {
      assertEquals(server.address(), again.address());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anRcodeReachesTheClient(boolean epoll) throws IOException {
    use(epoll);
    try (ResolverServer server = start(new Rcode("refused", 5), ResolverLimits.defaults())) {
      byte[] query = Messages.plain("x.blocked.test", Type.HTTPS);
      assertEquals(Dns.REFUSED, Client.ask(server.address(), query, false).getRcode());
    }
  }
}

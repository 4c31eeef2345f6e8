package nadzor.story.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import nadzor.flow.AddressRange;
import org.junit.jupiter.api.Test;

class ClientsTest {
  private static final AddressRange CLIENTS = AddressRange.of("127.40.0.0/16");
  private static final int MANY = 5_000;

  /** Of so many, hundreds share a hash: they are told apart all the same. */
  @Test
  void noVisitOfANetworkSharesItsClient() {
    Clients clients = new Clients(1, false);
    Set<InetAddress> used = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      InetAddress address = clients.of("n", "visit " + i);
      assertTrue(used.add(address), "visit " + i);
      assertTrue(CLIENTS.contains(address), address.toString());
    }
  }

  @Test
  void theSameSeedGivesTheSameClients() {
    InetAddress one = new Clients(1, false).of("n", "visit");
    assertEquals(one, new Clients(1, false).of("n", "visit"));
    assertNotEquals(one, new Clients(2, false).of("n", "visit"));
  }

  @Test
  void oneClientStaysOne() {
    Clients clients = new Clients(1, true);
    assertEquals(clients.of("n", "visit"), clients.of("n", "another"));
    assertNotEquals(clients.of("n", "visit"), clients.of("m", "visit"));
  }
}

package nadzor.censor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import nadzor.flow.Direction;
import org.junit.jupiter.api.Test;

/** What flows draw by chance. */
class DrawsTest {
  private static long first(Enforcement network, int client, int port, Direction direction) {
    return network.open(Judged.flow(client, port, 443)).draws(direction).nextLong();
  }

  private static Enforcement network(long seed) {
    return Judged.network(Profile.NEUTRAL, seed);
  }

  @Test
  void oneSeedAndOneFlowDrawTheSameWhateverTheClientsPort() {
    assertEquals(
        first(network(7), 1, 40_000, Direction.FROM_CLIENT),
        first(network(7), 1, 50_000, Direction.FROM_CLIENT));
    Enforcement network = network(7);
    assertEquals(
        first(network, 1, 1, Direction.FROM_CLIENT),
        network(7).openDatagrams(Judged.flow(1, 2, 443)).draws(Direction.FROM_CLIENT).nextLong());
  }

  @Test
  void seedClientDirectionAndNumberMakeADifference() {
    Enforcement network = network(7);
    long drawn = first(network, 1, 1, Direction.FROM_CLIENT);
    assertNotEquals(drawn, first(network, 1, 1, Direction.FROM_CLIENT));
    assertNotEquals(drawn, first(network(7), 2, 1, Direction.FROM_CLIENT));
    assertNotEquals(drawn, first(network(7), 1, 1, Direction.FROM_SERVER));
    assertNotEquals(drawn, first(network(8), 1, 1, Direction.FROM_CLIENT));
  }
}

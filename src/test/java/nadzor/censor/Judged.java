package nadzor.censor;

import java.util.List;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.flow.Endpoint;
import nadzor.flow.FlowKey;

/** Networks and flows for tests. */
final class Judged {
  private Judged() {}

  static Rule block(String matcher) {
    return new Rule(Matcher.of(matcher), Measure.BLOCK, new Reason.OfList("list.txt", 1));
  }

  static Enforcement network(Profile profile, long seed, Rule... rules) {
    Enforcement enforcement =
        new Enforcement(
            "net",
            profile,
            OwnAddresses.NONE,
            (host, rule) -> "<p>" + host,
            new ClientHash(1, 2),
            RestrictionLog.NONE,
            seed);
    enforcement.activate(Blocklist.compile(1, List.of(rules)));
    return enforcement;
  }

  static FlowKey flow(int client, int clientPort, int serverPort) {
    return new FlowKey(
        Endpoint.of("127.40.0." + client, clientPort), Endpoint.of("127.10.0.1", serverPort));
  }
}

package nadzor.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.blocklist.Blocklist;
import nadzor.censor.Enforcement;
import nadzor.registry.Asked;
import nadzor.registry.Why;
import nadzor.story.NetworkPlan;

/** Asks the judge that enforces, with the rules of any moment; nothing is remembered or logged. */
final class Foreteller {
  private final Visitation visitation;
  private final ListDesk lists;
  private final Enforcer enforcer;

  /** With the list that is in force now, whatever the instant that is asked about. */
  Foreteller(Visitation visitation, ListDesk lists, Enforcer enforcer) {
    this.visitation = visitation;
    this.lists = lists;
    this.enforcer = enforcer;
  }

  Foretold of(String query, View view, List<NetworkPlan> networks) {
    Asked asked = Asked.of(query);
    List<Foretold.InNetwork> found = new ArrayList<>();
    List<Why.Holding> holdings = new ArrayList<>();
    for (NetworkPlan plan : networks) {
      Blocklist version = lists.joined(plan, enforcer.applied(plan, view.registry(), view.at()));
      found.add(new Foretold.InNetwork(plan, version, judge(plan, version, query, asked)));
      asked.name().stream()
          .flatMap(host -> plan.holdings(view.registry(), view.at(), host).stream())
          .filter(one -> holdings.stream().noneMatch(o -> o.decision().equals(one.decision())))
          .forEach(holdings::add);
    }
    return new Foretold(query, kind(query, asked), view.at(), view.known(), found, holdings);
  }

  private static Foretold.Kind kind(String query, Asked asked) {
    if (query.contains("://")) {
      return Foretold.Kind.URL;
    }
    return asked.address().isPresent() ? Foretold.Kind.ADDRESS : Foretold.Kind.NAME;
  }

  private List<Foretold.Seen> judge(
      NetworkPlan plan, Blocklist version, String query, Asked asked) {
    Enforcement enforcement = Enforcement.foreseeing(plan.name(), plan.profile(), version);
    Stream<Visitation.Shown> shown =
        visitation.of(query, asked, plan.profile().quic().decrypt()).stream();
    return shown
        .map(
            one ->
                new Foretold.Seen(
                    one.sighting().kind(),
                    one.to(),
                    Optional.of(one.sighting())
                        .flatMap(sighting -> enforcement.foresee(sighting, one.server()))))
        .toList();
  }
}

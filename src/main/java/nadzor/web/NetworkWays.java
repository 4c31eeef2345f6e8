package nadzor.web;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Rule;
import nadzor.office.Office;
import nadzor.office.VersionCard;
import nadzor.office.View;
import nadzor.story.NetworkPlan;

/** Networks, blocklist versions, and what networks would do. */
final class NetworkWays {
  private NetworkWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/networks", NetworkWays::networks),
        Way.get("/networks/{name}", NetworkWays::network),
        Way.get("/versions", NetworkWays::versions),
        Way.get("/versions/{number}/rules", NetworkWays::rules),
        Way.get("/why", NetworkWays::why));
  }

  private static View now(Office office) {
    return office.view(Optional.empty(), Optional.empty());
  }

  private static Answer networks(Call call) {
    View view = now(call.office());
    LabShape shape = new LabShape(call.office());
    return Paging.of(
        call,
        view,
        call.office().scenario().networks(),
        plan -> shape.network(plan, view.registry(), view.at()));
  }

  private static Answer network(Call call) {
    View view = now(call.office());
    NetworkPlan plan = plan(call.office(), call.part("name"));
    return Answer.ok(new LabShape(call.office()).network(plan, view.registry(), view.at()));
  }

  static NetworkPlan plan(Office office, String name) {
    return office.scenario().networks().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.unknown("network", name));
  }

  private static Answer versions(Call call) {
    List<VersionCard> latest = new ArrayList<>(call.office().versions());
    Collections.reverse(latest);
    return Paging.of(call, now(call.office()), latest, new LabShape(call.office())::version);
  }

  private static Answer rules(Call call) {
    String number = call.part("number");
    VersionCard version =
        call.office().versions().stream()
            .filter(one -> String.valueOf(one.list().number()).equals(number))
            .findFirst()
            .orElseThrow(() -> Problem.unknown("version", number));
    List<Rule> page = version.rules().skip(Paging.offset(call)).limit(call.limit()).toList();
    return Paging.of(call, now(call.office()), page, version.size(), RegisterShape::rule);
  }

  private static Answer why(Call call) {
    List<NetworkPlan> networks =
        call.query("network")
            .map(
                names ->
                    Splitter.on(',')
                        .trimResults()
                        .splitToStream(names)
                        .map(name -> plan(call.office(), name))
                        .toList())
            .orElseGet(() -> call.office().scenario().networks());
    String query = call.query("url").orElse("");
    return Answer.ok(WhyShape.of(call.office().foretell(query, call.view(), networks)));
  }
}

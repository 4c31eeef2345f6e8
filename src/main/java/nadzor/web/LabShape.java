package nadzor.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nadzor.lab.LabNetwork;
import nadzor.lab.Site;
import nadzor.office.Calendar;
import nadzor.office.NetworkChange;
import nadzor.office.Office;
import nadzor.office.Standing;
import nadzor.office.Upcoming;
import nadzor.office.VersionCard;
import nadzor.office.Written;
import nadzor.registry.Registry;
import nadzor.story.NetworkPlan;
import nadzor.story.Step;
import tools.jackson.databind.node.ObjectNode;

/** The laboratory as JSON. */
record LabShape(Office office) {
  static ObjectNode change(NetworkChange change) {
    ObjectNode node = Json.object();
    node.put("network", change.network());
    node.put("version", change.version());
    node.put("rules", change.rules());
    node.put("added", change.added());
    node.put("removed", change.removed());
    return node;
  }

  static ObjectNode written(Written written) {
    ObjectNode node = Json.object();
    node.put("dryRun", written.dryRun());
    node.set("recorded", Json.all(written.recorded(), RecordShape::entry));
    node.set("networks", Json.all(written.networks(), LabShape::change));
    return node;
  }

  ObjectNode clock(Calendar.Reading reading) {
    ObjectNode node = Json.object();
    node.put("at", reading.at().toString());
    node.put("running", reading.running());
    node.put("speed", reading.speed());
    node.put("revision", reading.revision());
    node.put("wall", Instant.now().toString());
    office
        .next()
        .ifPresent(
            next ->
                node.putObject("next").put("at", next.at().toString()).put("what", next.what()));
    return node;
  }

  static ObjectNode upcoming(Upcoming upcoming) {
    ObjectNode node = Json.object();
    node.put("at", upcoming.at().toString());
    node.put("what", upcoming.what());
    node.put("about", upcoming.about());
    node.put("kind", RecordShape.word(upcoming.kind()));
    Json.put(node, "network", upcoming.network());
    return node;
  }

  static ObjectNode site(Site site) {
    ObjectNode node = Json.object();
    node.put("host", site.host().text());
    node.put("role", site.role());
    node.put("title", site.title());
    node.put("address", site.ipv4().getHostAddress());
    site.ipv6().ifPresent(six -> node.put("ipv6", six.getHostAddress()));
    node.put("url", "https://" + site.host() + "/");
    site.objects().stream().findFirst().ifPresent(one -> node.put("object", one.path()));
    return node;
  }

  static ObjectNode step(Step step) {
    ObjectNode node = Json.object();
    node.put("name", step.name());
    node.put("at", step.at().toString());
    node.put("about", step.about());
    return node;
  }

  ObjectNode version(VersionCard version) {
    ObjectNode node = Json.object();
    long number = version.list().number();
    node.put("number", number);
    node.put("hash", version.list().contentHash());
    node.put("rules", version.size());
    node.put("compiledAt", version.at().toString());
    node.put("wall", version.wall().toString());
    node.put("micros", version.took().toNanos() / 1000);
    node.set(
        "networks",
        Json.texts(
            office.standings().entrySet().stream()
                .filter(one -> one.getValue().version().list().number() == number)
                .map(Map.Entry::getKey)
                .toList()));
    return node;
  }

  ObjectNode brief(NetworkPlan plan) {
    ObjectNode node = Json.object();
    node.put("name", plan.name());
    node.put("profile", plan.profile().name());
    node.put("control", plan.control());
    Optional<Standing> standing = Optional.ofNullable(office.standings().get(plan.name()));
    node.put("version", standing.map(one -> one.version().list().number()).orElse(0L));
    node.put("rules", standing.map(one -> one.version().size()).orElse(0));
    return node;
  }

  ObjectNode network(NetworkPlan plan, Registry registry, Instant at) {
    ObjectNode node = brief(plan);
    node.put("lag", plan.lag().toString());
    ObjectNode lagOf = node.putObject("lagOf");
    plan.lagOf().forEach((decision, lag) -> lagOf.put(decision, lag.toString()));
    Optional<Standing> standing = Optional.ofNullable(office.standings().get(plan.name()));
    node.put("activatedAt", standing.map(Standing::since).orElse(at).toString());
    node.set(
        "unenforced",
        Json.all(
            plan.unenforceable(registry, at),
            entry -> {
              ObjectNode one = Json.object();
              one.put("decision", entry.decisionId());
              return one.put("measure", entry.measure().word());
            }));
    doors(node, office.laboratory().network(plan.name()));
    return node;
  }

  private static void doors(ObjectNode node, LabNetwork network) {
    node.put("resolver", network.resolver().toString());
    node.put("resolverOverTls", network.resolverOverTls().toString());
    node.put("resolverOverHttps", network.resolverOverHttps().toString());
    node.put("foreignResolver", network.foreignResolver().toString());
    node.put("proxy", network.proxy().toString());
    node.put("transparentTls", network.transparentTls().toString());
    node.put("transparentHttp", network.transparentHttp().toString());
    ObjectNode counters = node.putObject("counters");
    counters.put("queries", network.resolverCounters().queries());
    counters.put("queriesRestricted", network.resolverCounters().restricted());
    counters.put("queriesCached", network.resolverCounters().cached());
    counters.put("connections", network.proxyCounters().accepted());
    counters.put("connectionsOpen", network.proxyCounters().open());
    counters.put("connectionsRestricted", network.proxyCounters().restricted());
    counters.put("octetsUp", network.proxyCounters().bytesUp());
    counters.put("octetsDown", network.proxyCounters().bytesDown());
  }
}

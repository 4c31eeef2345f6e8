package nadzor.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.office.Office;
import nadzor.story.NetworkPlan;
import tools.jackson.databind.node.ObjectNode;

/** Profiles: those of the laboratory's networks, and others that were handed in. */
final class ProfileWays {
  private final List<Profile> others;

  private ProfileWays(List<Profile> others) {
    this.others = others;
  }

  static List<Way> all(List<Profile> others) {
    ProfileWays ways = new ProfileWays(others);
    return List.of(
        Way.get("/profiles", ways::profiles), Way.get("/profiles/{name}", ways::profile));
  }

  private List<Profile> known(Office office) {
    Map<String, Profile> all = new LinkedHashMap<>();
    office
        .scenario()
        .networks()
        .forEach(one -> all.putIfAbsent(one.profile().name(), one.profile()));
    others.forEach(one -> all.putIfAbsent(one.name(), one));
    return List.copyOf(all.values());
  }

  private Answer profiles(Call call) {
    return Paging.of(
        call,
        call.office().view(Optional.empty(), Optional.empty()),
        known(call.office()),
        one -> brief(call.office(), one));
  }

  private Answer profile(Call call) {
    String name = call.part("name");
    Profile profile =
        known(call.office()).stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> Problem.unknown("profile", name));
    ObjectNode node = brief(call.office(), profile);
    node.set(
        "lines", Json.all(profile.rules(), rule -> line(profile.rules().indexOf(rule) + 1, rule)));
    return Answer.ok(node);
  }

  private static ObjectNode brief(Office office, Profile profile) {
    ObjectNode node = Json.object();
    node.put("name", profile.name());
    node.put("about", profile.about());
    node.set("sources", Json.texts(profile.sources()));
    node.put("known", profile.confidence().meaning());
    node.set(
        "networks",
        Json.texts(
            office.scenario().networks().stream()
                .filter(one -> one.profile().name().equals(profile.name()))
                .map(NetworkPlan::name)
                .toList()));
    node.set(
        "measures",
        Json.texts(
            Arrays.stream(Measure.values())
                .filter(profile::canEnforce)
                .map(Measure::word)
                .toList()));
    return node;
  }

  private static ObjectNode line(int number, ProfileRule rule) {
    ObjectNode node = Json.object();
    node.put("number", number);
    node.put("on", rule.on().word());
    node.put("measure", rule.measure().word());
    node.put("action", rule.action().name());
    String chance = rule.chance() < 1 ? " with a chance of " + rule.chance() : "";
    String conditions =
        rule.conditions().isEmpty()
            ? ""
            : " where "
                + String.join(", ", rule.conditions().stream().map(one -> one.name()).toList());
    node.put(
        "text",
        rule.on().word()
            + conditions
            + (rule.action().restricts() ? ", " + rule.measure().word() + ": " : ": ")
            + rule.action().name()
            + chance);
    rule.residual()
        .ifPresent(left -> node.put("residual", "for " + left.duration().toSeconds() + " s"));
    return node;
  }
}

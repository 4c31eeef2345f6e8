package nadzor.web;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import nadzor.blocklist.Matcher;
import nadzor.office.Draft;
import nadzor.office.EnterOperator;
import nadzor.office.EnterPlatform;
import nadzor.office.Revisions;
import nadzor.registry.Operator;
import nadzor.registry.Platform;
import nadzor.registry.Resource;
import nadzor.registry.Role;

/** Operators and platforms. */
final class RegistryWays {
  private RegistryWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/operators", RegistryWays::operators),
        Way.post("/operators", RegistryWays::enterOperator),
        Way.get("/operators/{id}", RegistryWays::operator),
        Way.get("/platforms", RegistryWays::platforms),
        Way.post("/platforms", RegistryWays::enterPlatform),
        Way.get("/platforms/{id}", RegistryWays::platform),
        Way.put("/platforms/{id}", RegistryWays::correctPlatform));
  }

  private static PlatformShape shape(Call call) {
    return new PlatformShape(call.view(), call.office().archive());
  }

  private static Answer operators(Call call) {
    PlatformShape shape = shape(call);
    List<Operator> found =
        shape.view().registry().catalogue().operators().stream()
            .filter(one -> Texts.has(call.query("q"), one.id(), one.name()))
            .toList();
    return Paging.of(call, shape.view(), found, shape::operator);
  }

  private static Answer operator(Call call) {
    PlatformShape shape = shape(call);
    String id = call.part("id");
    return Answer.found(
        "operator", id, shape.view().registry().catalogue().operator(id), shape::operator);
  }

  private static Answer enterOperator(Call call) {
    Body body = call.read();
    return Writing.of(
        call, new EnterOperator(body.text("id"), body.text("name")), "/operators/", 201);
  }

  private static Answer platforms(Call call) {
    PlatformShape shape = shape(call);
    Filter operator = call.filter("operator");
    Filter text = call.filter("q");
    List<Platform> found =
        shape.view().registry().catalogue().platforms().stream()
            .filter(one -> operator.is(one.operatorId()))
            .filter(one -> matches(text, one))
            .toList();
    return Paging.of(call, shape.view(), found, shape::platform);
  }

  private static boolean matches(Filter text, Platform one) {
    return text.isIn(one.id(), one.name())
        || one.resources().stream().anyMatch(r -> text.isInOne(r.matcher().toString()));
  }

  private static Answer platform(Call call) {
    PlatformShape shape = shape(call);
    String id = call.part("id");
    return Answer.found(
            "platform", id, shape.view().registry().catalogue().platform(id), shape::platform)
        .tagged(shape.archive().revision(Revisions.Kind.PLATFORM, id));
  }

  private static Answer enterPlatform(Call call) {
    return Writing.of(call, card(call.read(), call.read().text("id"), true), "/platforms/", 201);
  }

  private static Answer correctPlatform(Call call) {
    OptionalLong revision = call.ifMatch();
    if (revision.isEmpty()) {
      throw new Problem(
          428,
          "precondition",
          "Say what it is that you correct",
          "If-Match with the ETag of the card as it was read",
          List.of(new Fault("#header/If-Match", "nothing", "the ETag as it was read")));
    }
    return Writing.guarded(
        call,
        card(call.read(), call.part("id"), false),
        new Revisions.Key(Revisions.Kind.PLATFORM, call.part("id")));
  }

  private static Draft card(Body body, String id, boolean isNew) {
    Body operator = body.object("operator");
    List<Resource> resources =
        body.objects("resources").stream().map(RegistryWays::resource).toList();
    return new EnterPlatform(
        id, body.text("name"), operator.text("id"), operator.find("name"), resources, isNew);
  }

  private static Resource resource(Body body) {
    try {
      Role role = Role.valueOf(body.text("role").toUpperCase(Locale.ROOT));
      return new Resource(Matcher.of(body.text("match")), role);
    } catch (IllegalArgumentException e) {
      throw Problem.malformed(
          new Fault(
              body.at("match"), "'" + body.text("match") + "'", "a matcher: " + e.getMessage()));
    }
  }
}

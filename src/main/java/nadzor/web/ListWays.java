package nadzor.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.office.ListDesk;
import nadzor.office.ListState;
import nadzor.office.ListTrial;
import nadzor.office.View;
import tools.jackson.databind.node.ObjectNode;

/** What is in force of the list beside the register, and what is tried. */
final class ListWays {
  private static final int WINDOW_SECONDS = 60;

  private ListWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/lists/state", ListWays::state),
        Way.get("/lists/events", ListWays::events),
        Way.post("/lists/activate", ListWays::activate),
        Way.post("/lists/promote", ListWays::promote),
        Way.post("/lists/rollback", ListWays::rollback));
  }

  static View now(Call call) {
    return call.office().view(Optional.empty(), Optional.empty());
  }

  private static ListDesk desk(Call call) {
    return call.office().lists();
  }

  private static Answer state(Call call) {
    return Answer.ok(ListShape.state(desk(call).state()));
  }

  private static Answer events(Call call) {
    return Paging.of(call, now(call), desk(call).events().latest(), ListShape::event);
  }

  private static Answer activate(Call call) {
    Body body = call.read();
    ListTrial.Mode mode =
        ListTrial.Mode.valueOf(body.find("mode").orElse("full").toUpperCase(Locale.ROOT));
    double share = mode == ListTrial.Mode.CANARY ? body.node().path("share").asDouble(1) : 1;
    ListTrial wanted = new ListTrial(body.node().path("number").asLong(), mode, share, guard(body));
    return changed(desk(call).activate(wanted, call.by(), body.flag("yesReally", false)));
  }

  private static ListTrial.Guard guard(Body body) {
    Body guard = body.object("guard");
    ObjectNode none = Json.object();
    Body given = guard.node().isObject() ? guard : new Body(none, guard.pointer());
    Optional<Integer> most =
        given.node().has("mostNew") ? Optional.of(given.number("mostNew", 0)) : Optional.empty();
    List<String> control =
        given.texts("control").stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    return new ListTrial.Guard(most, given.number("windowSeconds", WINDOW_SECONDS), control);
  }

  private static Answer promote(Call call) {
    return changed(desk(call).promote(call.by()));
  }

  private static Answer rollback(Call call) {
    return changed(desk(call).rollback(call.by()));
  }

  private static Answer changed(ListState state) {
    return Answer.ok(ListShape.state(state));
  }
}

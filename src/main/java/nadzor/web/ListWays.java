package nadzor.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.VersionDiff;
import nadzor.office.ListDesk;
import nadzor.office.ListTrial;
import nadzor.office.View;
import nadzor.store.lists.ListHistory;
import nadzor.store.lists.ListVersion;
import nadzor.store.lists.UnknownList;
import tools.jackson.databind.node.ObjectNode;

/** The versions of the list beside the register. */
final class ListWays {
  private static final int WINDOW_SECONDS = 60;

  private ListWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/lists", ListWays::versions),
        Way.get("/lists/state", ListWays::state),
        Way.get("/lists/diff", ListWays::diff),
        Way.get("/lists/events", ListWays::events),
        Way.get("/lists/versions/{number}", ListWays::version),
        Way.post("/lists/activate", ListWays::activate),
        Way.post("/lists/promote", ListWays::promote),
        Way.post("/lists/rollback", ListWays::rollback));
  }

  private interface Reads<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reads<T> what) {
    try {
      return what.read();
    } catch (UnknownList e) {
      throw Problem.of(404, "unknown", "There is no such thing", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw Problem.of(503, "store", "The lists cannot be read", String.valueOf(e.getMessage()));
    }
  }

  private static View now(Call call) {
    return call.office().view(Optional.empty(), Optional.empty());
  }

  private static ListDesk desk(Call call) {
    return call.office().lists();
  }

  private static Answer versions(Call call) {
    ListHistory history = read(desk(call).folder()::history);
    List<ListVersion> latest = new ArrayList<>(history.versions());
    Collections.reverse(latest);
    Optional<Long> inForce = desk(call).state().inForce();
    return Paging.of(call, now(call), latest, one -> ListShape.version(one, inForce));
  }

  private static Answer version(Call call) {
    long number = number("number", call.part("number"));
    ListVersion version = read(() -> desk(call).folder().version(number));
    return Answer.ok(ListShape.version(version, desk(call).state().inForce()));
  }

  private static long number(String what, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.unknown("list version by " + what, text);
    }
  }

  private static Answer state(Call call) {
    return Answer.ok(ListShape.state(desk(call).state()));
  }

  private static Answer diff(Call call) {
    long from = number("from", call.query("from").orElse(""));
    long to = number("to", call.query("to").orElse(""));
    VersionDiff diff =
        read(
            () ->
                VersionDiff.between(
                    desk(call).folder().read(from), desk(call).folder().read(to), call.limit()));
    return Answer.ok(ListShape.diff(from, to, diff));
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

  private static Answer changed(nadzor.office.ListState state) {
    return Answer.ok(ListShape.state(state));
  }
}

package nadzor.web;

import com.linecorp.armeria.common.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Measure;
import nadzor.exchange.Format;
import nadzor.exchange.Limits;
import nadzor.exchange.Reading;
import nadzor.exchange.Strictness;
import nadzor.office.ListDesk;
import nadzor.office.lists.ListBuilt;
import nadzor.office.lists.ListIntake;
import nadzor.office.lists.Taken;
import nadzor.store.lists.Making;
import tools.jackson.databind.node.ObjectNode;

/** The next version of the list, from a file that is sent as it is. */
final class ListBuildWays {
  private static final String VERSIONS = "/api/v1/lists/versions/";

  private ListBuildWays() {}

  static List<Way> all() {
    return List.of(Way.post("/lists/build", ListBuildWays::build).with(Way.Load.UPLOAD));
  }

  private static Answer build(Call call) {
    requireFile(call);
    Taken taken = taken(call);
    Making making =
        new Making(call.by(), Instant.now(), call.query("note").orElse(""), taken.sources());
    ListDesk desk = call.office().lists();
    ListBuilt built =
        Kept.read(() -> desk.works().build(taken, making, call.dryRun(), call.flag("yesReally")));
    ObjectNode node = BuildShape.of(taken, built, new VersionShape(desk.works(), desk.state()));
    node.put("dryRun", call.dryRun());
    if (call.dryRun()) {
      node.set("lint", LintShape.of(call.office().lint(taken.list())));
    }
    return built.outcome() == ListBuilt.Outcome.BUILT
        ? Answer.of(201, node).with("location", location(built))
        : Answer.ok(node);
  }

  private static String location(ListBuilt built) {
    return VERSIONS + built.version().map(one -> one.number()).orElseThrow();
  }

  /** A form's parts are not the file. */
  private static void requireFile(Call call) {
    Optional<MediaType> type = Optional.ofNullable(call.request().contentType());
    if (type.filter(one -> one.type().equals("multipart")).isPresent()) {
      throw Problem.of(
          415, "media-type", "Not a file", "found a form, expected the file itself as the body");
    }
  }

  private static Taken taken(Call call) {
    Reading how =
        new Reading(
            call.query("format").map(Format::of),
            call.flag("strict") ? Strictness.STOP : Strictness.GO_ON,
            Limits.USUAL);
    String name = call.query("name").orElse("");
    Measure measure = ListVersionWays.measure(call).orElse(Measure.BLOCK);
    Upload upload = call.upload().orElseThrow();
    return Kept.read(() -> ListIntake.named(name, upload.file(), how, measure));
  }
}

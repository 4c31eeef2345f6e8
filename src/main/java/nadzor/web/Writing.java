package nadzor.web;

import java.util.OptionalLong;
import nadzor.office.Draft;
import nadzor.office.Revisions;
import nadzor.office.Written;
import nadzor.registry.Recorded;
import tools.jackson.databind.node.ObjectNode;

/** Records a draft and tells what came of it. */
final class Writing {
  private static final String API = "/api/v1";

  private Writing() {}

  /** Something new, which then stands at {@code path} and its id. */
  static Answer of(Call call, Draft draft, String path, int status) {
    Written written = call.office().write(call.by(), call.dryRun(), draft);
    ObjectNode node = LabShape.written(written);
    Recorded<?> made = written.recorded().get(written.recorded().size() - 1);
    String location = API + path + made.entry().about();
    node.put("location", location);
    Answer answer = Answer.of(written.dryRun() ? 200 : status, node);
    return written.dryRun() ? answer : answer.with("location", location);
  }

  /** A change of something that has a revision, if it is the one that was read. */
  static Answer guarded(Call call, Draft draft, Revisions.Key key) {
    OptionalLong revision = call.ifMatch();
    Draft checked = revision.isPresent() ? draft.ifAt(key, revision.getAsLong()) : draft;
    Written written = call.office().write(call.by(), call.dryRun(), checked);
    Answer answer = Answer.ok(LabShape.written(written));
    return answer.tagged(call.office().archive().revision(key.kind(), key.id()));
  }
}

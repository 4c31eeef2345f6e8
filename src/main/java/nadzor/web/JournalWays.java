package nadzor.web;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nadzor.office.View;
import nadzor.registry.Recorded;

/** The journal. */
final class JournalWays {
  private static final MediaType LINES = MediaType.create("application", "jsonl");

  private JournalWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/journal", JournalWays::journal),
        Way.get("/journal/verify", JournalWays::verify),
        Way.stream("/journal/export", JournalWays::export));
  }

  private static Answer journal(Call call) {
    View view = call.view();
    List<Recorded<?>> found = new ArrayList<>();
    for (Recorded<?> one : view.registry().entries()) {
      if (Texts.isOr(call.query("kind"), one.entry().kind().word())
          && Texts.isOr(call.query("about"), one.entry().about())
          && Texts.has(call.query("q"), one.entry().title(), one.by())) {
        found.add(one);
      }
    }
    if (call.query("order").filter("desc"::equals).isPresent()) {
      Collections.reverse(found);
    }
    return Paging.of(call, view, found, RecordShape::entry);
  }

  private static Answer verify(Call call) {
    return Answer.ok(StoreShape.verification(call.office().archive().verify()));
  }

  private static HttpResponse export(Call call) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    call.office().archive().export(out);
    return HttpResponse.of(HttpStatus.OK, LINES, HttpData.wrap(out.toByteArray()));
  }
}

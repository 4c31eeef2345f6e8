package nadzor.web;

import com.google.common.collect.Lists;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nadzor.office.View;
import nadzor.registry.EntryKind;
import nadzor.registry.Lookup;
import nadzor.registry.Recorded;
import nadzor.registry.Registry;

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
    List<Recorded<?>> found = found(call, view);
    boolean down = call.query("order").filter("desc"::equals).isPresent();
    return Paging.of(call, view, down ? Lists.reverse(found) : found, RecordShape::entry);
  }

  private static List<Recorded<?>> found(Call call, View view) {
    Registry registry = view.registry();
    Set<EntryKind> kinds = kinds(call.query("kind"));
    Optional<String> about = call.query("about");
    if (kinds.isEmpty()) {
      return List.of();
    }
    if (about.isPresent()) {
      return registry.recordsAbout(about.get()).stream()
          .filter(one -> kinds.contains(one.entry().kind()))
          .filter(one -> Texts.has(call.query("q"), one.entry().title(), one.by()))
          .toList();
    }
    if (call.query("q").isPresent()) {
      return new Lookup(registry).having(call.query("q").get(), kinds);
    }
    return kinds.size() == 1 ? registry.records(kinds.iterator().next()) : registry.entries();
  }

  private static Set<EntryKind> kinds(Optional<String> word) {
    return EnumSet.allOf(EntryKind.class).stream()
        .filter(kind -> Texts.isOr(word, kind.word()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EntryKind.class)));
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

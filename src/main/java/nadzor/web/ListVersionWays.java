package nadzor.web;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.RuleChange;
import nadzor.exchange.Conversion;
import nadzor.exchange.Format;
import nadzor.office.ListWorks;
import nadzor.office.lists.ChangeQuery;
import nadzor.office.lists.EntryKind;
import nadzor.office.lists.EntryQuery;
import nadzor.office.lists.ListExport;
import nadzor.store.lists.Activation;
import nadzor.store.lists.ListEvent;
import nadzor.store.lists.ListHistory;
import nadzor.store.lists.ListVersion;

/** The versions of the list, and what is in them. */
final class ListVersionWays {
  private static final MediaType OCTETS = MediaType.create("application", "octet-stream");

  private ListVersionWays() {}

  static List<Way> all() {
    return List.of(
        Way.get("/lists", ListVersionWays::versions).with(Way.Load.HEAVY),
        Way.get("/lists/formats", ListVersionWays::formats),
        Way.get("/lists/activations", ListVersionWays::activations),
        Way.get("/lists/diff", ListVersionWays::diff).with(Way.Load.HEAVY),
        Way.get("/lists/versions/{number}", ListVersionWays::version).with(Way.Load.HEAVY),
        Way.get("/lists/versions/{number}/entries", ListVersionWays::entries).with(Way.Load.HEAVY),
        Way.get("/lists/versions/{number}/lint", ListVersionWays::lint).with(Way.Load.HEAVY),
        Way.get("/lists/versions/{number}/losses", ListVersionWays::losses).with(Way.Load.HEAVY),
        Way.stream("/lists/versions/{number}/export", ListVersionWays::export)
            .with(Way.Load.HEAVY));
  }

  private static ListWorks works(Call call) {
    return call.office().lists().works();
  }

  private static ListHistory history(Call call) {
    return Kept.read(works(call).folder()::history);
  }

  private static VersionShape shape(Call call) {
    return new VersionShape(works(call), call.office().lists().state());
  }

  private static Answer versions(Call call) {
    List<ListVersion> latest = new ArrayList<>(history(call).versions());
    Collections.reverse(latest);
    return Paging.of(call, ListWays.now(call), latest, shape(call)::of);
  }

  private static Answer formats(Call call) {
    return Answer.ok(
        Json.object()
            .set(
                "items",
                Json.all(
                    List.of(Format.values()),
                    one ->
                        Json.object()
                            .put("format", one.word())
                            .put("written", one.canBeWritten()))));
  }

  private static Answer activations(Call call) {
    List<Activation> latest = new ArrayList<>();
    for (ListEvent event : history(call).events()) {
      if (event instanceof Activation activation) {
        latest.add(activation);
      }
    }
    Collections.reverse(latest);
    return Paging.of(call, ListWays.now(call), latest, VersionShape::activation);
  }

  private static long number(Call call) {
    return Kept.number("number", call.part("number"));
  }

  private static Answer version(Call call) {
    long number = number(call);
    return Answer.ok(shape(call).of(Kept.read(() -> works(call).folder().version(number))));
  }

  private static Blocklist list(Call call, long number) {
    return Kept.read(() -> works(call).folder().read(number));
  }

  private static Answer diff(Call call) {
    long from = Kept.number("from", call.query("from").orElse(""));
    long to = Kept.number("to", call.query("to").orElse(""));
    ChangeQuery query =
        new ChangeQuery(
            call.query("what").map(word -> RuleChange.What.valueOf(word.toUpperCase(Locale.ROOT))),
            call.limit());
    return Answer.ok(ListShape.diff(from, to, query.in(list(call, from), list(call, to))));
  }

  private static Answer entries(Call call) {
    EntryQuery query =
        new EntryQuery(
            call.query("q").filter(text -> !text.isEmpty()),
            call.query("kind").map(word -> EntryKind.valueOf(word.toUpperCase(Locale.ROOT))),
            measure(call));
    EntryQuery.Found found = query.in(list(call, number(call)), Paging.offset(call), call.limit());
    return Paging.of(call, ListWays.now(call), found.items(), found.total(), VersionShape::entry);
  }

  private static Answer lint(Call call) {
    return Answer.ok(
        LintShape.of(
            call.office().lint(list(call, number(call))),
            call.query("severity"),
            call.query("check"),
            call.limit()));
  }

  private static Format format(Call call) {
    return Format.of(call.query("format").orElse(""));
  }

  private static Answer losses(Call call) {
    Format format = format(call);
    Blocklist list = list(call, number(call));
    Conversion done =
        Kept.read(() -> ListExport.write(list, format, OutputStream.nullOutputStream()));
    return Answer.ok(
        Json.object()
            .put("format", format.word())
            .put("entries", done.items())
            .put("written", done.written())
            .set("remarks", BuildShape.remarks(done)));
  }

  private static HttpResponse export(Call call) {
    Format format = format(call);
    long number = number(call);
    Blocklist list = list(call, number);
    String name = "list-" + number + "." + format.word() + ".txt";
    ResponseHeaders headers =
        ResponseHeaders.builder(200)
            .contentType(OCTETS)
            .add("content-disposition", "attachment; filename=\"" + name + "\"")
            .build();
    return call.files()
        .give(
            call.context(),
            headers,
            out -> {
              Conversion unused = ListExport.write(list, format, out);
            });
  }

  /** A word of the API, where it is given. */
  static Optional<Measure> measure(Call call) {
    return call.query("measure").map(word -> Measure.valueOf(word.toUpperCase(Locale.ROOT)));
  }
}

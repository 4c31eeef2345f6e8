package nadzor.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.files.Node;
import nadzor.registry.Answer;
import nadzor.registry.CaseFile;
import nadzor.registry.Decision;
import nadzor.registry.Demand;
import nadzor.registry.DemandState;
import nadzor.registry.Entry;
import nadzor.registry.Lifting;
import nadzor.registry.MoscowTime;
import nadzor.registry.Subject;
import nadzor.registry.Timetable;
import nadzor.registry.Violation;

/** Reads what a scenario records: cases, violations, demands, given decisions, liftings. */
final class RecordReader {
  private final Places places;
  private final OrderReader orders = new OrderReader();

  RecordReader(Places places) {
    this.places = places;
  }

  List<Entry> read(Node root) {
    List<Entry> entries = new ArrayList<>();
    root.items("cases").forEach(node -> entries.add(caseFile(node)));
    root.items("violations").forEach(node -> entries.add(violation(node)));
    root.items("demands").forEach(node -> entries.addAll(demand(node)));
    root.items("decisions").forEach(node -> entries.add(decision(node)));
    root.items("liftings").forEach(node -> entries.add(lifting(node)));
    return entries;
  }

  /** Whom a case or a rule is on. */
  static Subject subject(Node node) {
    return node.find("on-platform")
        .<Subject>map(platform -> new Subject.OfPlatform(platform.text()))
        .orElseGet(() -> new Subject.OfOperator(node.text("on-operator")));
  }

  private Entry caseFile(Node node) {
    String id = node.text("case");
    Instant opened = node.get("opened").instant();
    return places.at(
        "case " + id, node, () -> new CaseFile(id, subject(node), node.text("authority"), opened));
  }

  private Entry violation(Node node) {
    String id = node.text("violation");
    return places.at(
        "violation " + id,
        node,
        () ->
            new Violation(
                id,
                node.text("platform"),
                MoscowTime.startOf(node.get("on").date()),
                node.text("kind"),
                node.text("basis"),
                node.text("description"),
                node.text("source"),
                node.flag("reconstructed", false)));
  }

  private List<Entry> demand(Node node) {
    String id = node.text("demand");
    List<Entry> entries = new ArrayList<>();
    entries.add(
        places.at(
            "demand " + id,
            node,
            () ->
                new Demand(
                    id,
                    node.text("case"),
                    node.text("by"),
                    node.text("what"),
                    node.get("at").instant(),
                    node.find("until").map(Node::instant))));
    answer(node, id, "met", DemandState.MET).ifPresent(entries::add);
    answer(node, id, "ignored", DemandState.IGNORED).ifPresent(entries::add);
    return entries;
  }

  private Optional<Entry> answer(Node node, String id, String key, DemandState state) {
    return node.find(key)
        .map(at -> places.at("answer " + id, at, () -> new Answer(id, state, at.instant(), "")));
  }

  private Entry decision(Node node) {
    String id = node.text("decision");
    Instant taken = node.get("taken").instant();
    return places.at(
        "decision " + id,
        node,
        () ->
            new Decision(
                id,
                node.text("case"),
                node.text("authority"),
                node.find("agreed-with").map(Node::text),
                orders.grounds(node),
                orders.order(node),
                new Timetable(
                    node.find("proposed").map(Node::instant).orElse(taken),
                    taken,
                    node.get("announced").instant(),
                    node.get("in-force").instant(),
                    node.find("until").map(Node::instant),
                    node.find("transition").map(Node::text)),
                orders.mark(node),
                node.find("supersedes").map(Node::text),
                Optional.empty()));
  }

  private Entry lifting(Node node) {
    String id = node.text("decision");
    return places.at(
        "lifting " + id,
        node,
        () -> new Lifting(id, node.text("by"), node.text("why"), node.get("at").instant()));
  }
}

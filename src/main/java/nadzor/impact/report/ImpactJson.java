package nadzor.impact.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nadzor.impact.Breakdown;
import nadzor.impact.Collateral;
import nadzor.impact.ControlHit;
import nadzor.impact.Count;
import nadzor.impact.HitName;
import nadzor.impact.Impact;
import nadzor.impact.Outcome;
import nadzor.impact.ViewImpact;
import nadzor.impact.traffic.TrafficSummary;
import tools.jackson.databind.json.JsonMapper;

/**
 * The impact as JSON.
 *
 * @param over what is over the limits, in words
 */
public record ImpactJson(Impact impact, List<String> over) {
  /** One object, indented. */
  public String text() {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(tree());
  }

  /** The same as maps, lists, texts and numbers. */
  public Map<String, Object> tree() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("from", version(impact.from()));
    all.put("to", version(impact.to()));
    all.put("engine", impact.engine().name().toLowerCase(Locale.ROOT));
    all.put("traffic", impact.traffic().files().stream().map(ImpactJson::file).toList());
    all.put("requests", impact.requests());
    all.put("names", impact.names());
    all.put("views", impact.views().stream().map(ImpactJson::view).toList());
    all.put("controls", impact.controls());
    all.put("control_hits", impact.controlHits().stream().map(ImpactJson::hit).toList());
    all.put("over_limits", over);
    all.put("notes", impact.notes());
    return all;
  }

  private static Map<String, Object> version(Impact.Version version) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", version.name());
    all.put("number", version.number());
    all.put("sha256", version.hash());
    all.put("rules", version.rules());
    return all;
  }

  private static Map<String, Object> file(TrafficSummary.FileSummary file) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("file", file.name());
    all.put("format", file.format().word());
    all.put("octets", file.octets());
    all.put("sha256", file.sha256());
    all.put("rows", file.rows());
    all.put(
        "skipped",
        file.skipped().stream()
            .map(one -> Map.of("why", one.why().words(), "rows", one.rows(), "first", one.first()))
            .toList());
    return all;
  }

  private static Map<String, Object> view(ViewImpact view) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("view", view.view());
    all.put("totals", counts(view.totals()));
    all.put("newly_restricted_share", view.share());
    Map<String, Object> tables = new LinkedHashMap<>();
    view.breakdowns().forEach(table -> tables.put(table.by().word(), table(table)));
    all.put("by", tables);
    view.times().ifPresent(times -> all.put("periods", new PeriodReport(times).tree()));
    all.put("newly_restricted", view.newlyRestricted().stream().map(ImpactJson::name).toList());
    all.put("newly_free", view.newlyFree().stream().map(ImpactJson::name).toList());
    all.put("collateral", collateral(view.collateral()));
    return all;
  }

  private static Map<String, Object> counts(Map<Outcome, Count> counts) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      all.put(outcome.word().replace('-', '_'), count(counts.getOrDefault(outcome, Count.NONE)));
    }
    return all;
  }

  private static Map<String, Object> count(Count count) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("requests", count.requests());
    all.put("names", count.names());
    return all;
  }

  private static Map<String, Object> table(Breakdown table) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("keys", table.keys());
    all.put("rows", table.rows().stream().map(ImpactJson::row).toList());
    return all;
  }

  private static Map<String, Object> row(Breakdown.Row row) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("key", row.key());
    all.putAll(counts(row.counts()));
    return all;
  }

  private static Map<String, Object> collateral(Collateral collateral) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("all", count(collateral.all()));
    all.put("strangers", count(collateral.strangers()));
    all.put("top", collateral.top().stream().map(ImpactJson::name).toList());
    return all;
  }

  private static Map<String, Object> name(HitName hit) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", hit.name());
    all.put("site", hit.site());
    all.put("requests", hit.requests());
    all.put("reach", hit.reach().word());
    all.put("stranger", hit.stranger());
    all.put("rule", hit.rule());
    return all;
  }

  private static Map<String, Object> hit(ControlHit hit) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("control", hit.control().name().text());
    all.put("twin", hit.control().twin().text());
    all.put("view", hit.view());
    all.put("restricted_before", hit.before());
    all.put("measure", hit.measure());
    all.put("rule", hit.rule());
    all.put("requests", hit.requests());
    return all;
  }
}

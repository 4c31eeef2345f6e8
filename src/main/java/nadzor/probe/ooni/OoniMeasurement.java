package nadzor.probe.ooni;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nadzor.probe.Death;
import nadzor.probe.Observation;
import nadzor.probe.Stage;
import nadzor.probe.Technique;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One measurement: an observation in its envelope (df-000), under the name of web_connectivity
 * (ts-017), whose keys fit best. Immutable.
 *
 * @param seen what the client saw
 * @param control the same in the control network; empty: no comparison is written
 * @param envelope of the run
 */
public record OoniMeasurement(Observation seen, Optional<Observation> control, Envelope envelope) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final List<String> EXTENSIONS =
      List.of("dnst", "httpt", "netevents", "tcpconnect", "tlshandshake");

  /** One line of JSON, with its line end. */
  public String line() {
    return Nodes.line(json());
  }

  ObjectNode json() {
    ObjectNode node = Nodes.object();
    ObjectNode annotations = node.putObject("annotations");
    envelope.annotations().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> annotations.put(each.getKey(), each.getValue()));
    node.put("data_format_version", "0.2.0");
    ObjectNode extensions = node.putObject("extensions");
    EXTENSIONS.forEach(each -> extensions.put(each, 0));
    node.put("input", seen.cell().site().url(technique().approach().scheme()));
    node.put("measurement_start_time", time(seen.startedAt()));
    node.putArray("options").add("technique=" + technique().name());
    probe(node);
    software(node);
    node.put("test_name", "web_connectivity").put("test_version", envelope.testVersion());
    node.put("test_runtime", Nodes.seconds(seen.runtime()));
    node.put("test_start_time", time(envelope.testStartedAt()));
    node.putObject("test_helpers");
    node.set("test_keys", keys());
    return node;
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private Technique technique() {
    return seen.cell().technique();
  }

  private void probe(ObjectNode node) {
    node.put("probe_asn", envelope.probeAsn()).put("probe_cc", envelope.probeCc());
    node.put("probe_ip", "127.0.0.1");
    node.put("probe_network_name", seen.cell().vantage().network());
    node.put("resolver_asn", envelope.probeAsn());
    node.put("resolver_ip", seen.cell().vantage().resolver().address().getHostAddress());
    node.put("resolver_network_name", seen.cell().vantage().network());
  }

  private void software(ObjectNode node) {
    node.put("report_id", envelope.reportId());
    node.put("software_name", envelope.softwareName());
    node.put("software_version", envelope.softwareVersion());
  }

  private ObjectNode keys() {
    ObjectNode keys = Nodes.object().put("agent", "redirect").putNull("socksproxy");
    ArrayNode queries = keys.putArray("queries");
    seen.dns().forEach(step -> queries.add(DnsKeys.of(step)));
    ArrayNode connects = keys.putArray("tcp_connect");
    seen.connect().ifPresent(step -> connects.add(StreamKeys.of(step)));
    handshakes(keys.putArray("tls_handshakes"));
    ArrayNode events = keys.putArray("network_events");
    seen.events().forEach(event -> events.add(StreamKeys.of(event)));
    ArrayNode requests = keys.putArray("requests");
    seen.http().ifPresent(step -> requests.add(HttpKeys.of(step)));
    new Comparison(seen, control).put(keys);
    keys.put("x_technique", technique().name()).put("x_depth", technique().depth().text());
    Nodes.put(keys, "x_failed_at", seen.death().map(Death::stage).map(Stage::text));
    seen.missing().ifPresent(each -> keys.put("x_not_measured", each.complaint()));
    return keys;
  }

  private void handshakes(ArrayNode handshakes) {
    seen.before().forEach(step -> handshakes.add(StreamKeys.of(step, technique(), true)));
    seen.tls().ifPresent(step -> handshakes.add(StreamKeys.of(step, technique(), false)));
    seen.quic().ifPresent(step -> handshakes.add(StreamKeys.of(step)));
  }
}

package nadzor.probe.ooni;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import nadzor.probe.Assessment;
import nadzor.probe.HttpAnswer;
import nadzor.probe.Observation;
import nadzor.probe.Outcome;
import nadzor.probe.Stage;
import tools.jackson.databind.node.ObjectNode;

/** What ts-017 says of a visit beside its control; all null where there is none. */
final class Comparison {
  /** Above this share two lengths match. */
  private static final double LENGTH_MATCHES = 0.7;

  private final Observation seen;
  private final Optional<Observation> control;

  Comparison(Observation seen, Optional<Observation> control) {
    this.seen = seen;
    this.control = control;
  }

  void put(ObjectNode keys) {
    keys.put("client_resolver", seen.cell().vantage().resolver().address().getHostAddress());
    Nodes.put(keys, "dns_consistency", control.map(this::consistency));
    Optional<HttpAnswer> answer = seen.answer();
    Optional<HttpAnswer> other = control.flatMap(Observation::answer);
    if (answer.isPresent() && other.isPresent()) {
      pages(keys, answer.get(), other.get());
    } else {
      keys.putNull("body_proportion").putNull("body_length_match").putNull("title_match");
      keys.putNull("status_code_match");
    }
    keys.putNull("headers_match");
    Optional<Assessment> verdict = control.map(beside -> Assessment.of(seen, beside));
    verdict(keys, verdict.map(Assessment::outcome).orElse(Outcome.UNSURE));
    Nodes.put(keys, "x_outcome", verdict.map(Assessment::outcome).map(Outcome::text));
    Nodes.put(keys, "x_why", verdict.map(Assessment::why));
  }

  private String consistency(Observation beside) {
    boolean bothFail = seen.addresses().isEmpty() && beside.addresses().isEmpty();
    boolean common = !Collections.disjoint(seen.addresses(), beside.addresses());
    return bothFail || common ? "consistent" : "inconsistent";
  }

  private static void pages(ObjectNode keys, HttpAnswer seen, HttpAnswer other) {
    long longer = Math.max(seen.bodyLength(), other.bodyLength());
    long shorter = Math.min(seen.bodyLength(), other.bodyLength());
    double proportion = longer == 0 ? 1 : (double) shorter / longer;
    keys.put("body_proportion", proportion);
    keys.put("body_length_match", proportion > LENGTH_MATCHES);
    keys.put("status_code_match", seen.status() == other.status());
    keys.put("title_match", folded(seen).equals(folded(other)));
  }

  private static Optional<String> folded(HttpAnswer answer) {
    return answer.title().map(title -> title.toLowerCase(Locale.ROOT));
  }

  private void verdict(ObjectNode keys, Outcome outcome) {
    if (outcome instanceof Outcome.Blocked blocked) {
      keys.put("blocking", blocking(blocked.stage())).put("accessible", false);
    } else if (outcome.equals(Outcome.UNSURE) || outcome instanceof Outcome.NotMeasured) {
      keys.putNull("blocking").putNull("accessible");
    } else {
      keys.put("blocking", false).put("accessible", !outcome.equals(Outcome.DOWN));
    }
  }

  private String blocking(Stage stage) {
    return switch (stage) {
      case DNS -> "dns";
      case TCP -> "tcp_ip";
      case TLS, QUIC -> "http-failure";
      case HTTP -> seen.death().isPresent() ? "http-failure" : "http-diff";
    };
  }
}

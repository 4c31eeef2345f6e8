package nadzor.probe.ooni;

import java.util.List;
import java.util.Optional;
import nadzor.probe.HttpAnswer;
import nadzor.probe.HttpStep;
import tools.jackson.databind.node.ObjectNode;

/** A request and its response as df-001-httpt has them. Bodies are not kept, only their digest. */
final class HttpKeys {
  private HttpKeys() {}

  static ObjectNode of(HttpStep step) {
    ObjectNode node = Nodes.object().put("network", "tcp").put("address", step.to().toString());
    node.put("alpn", "");
    Nodes.failure(node, step.failure());
    request(node.putObject("request"), step);
    response(node.putObject("response"), step.answer());
    step.answer().ifPresent(answer -> node.put("response_length", answer.bodyLength()));
    return Nodes.when(node, step.span());
  }

  private static void request(ObjectNode node, HttpStep step) {
    node.put("url", step.url()).put("method", "GET").put("body", "");
    node.put("body_is_truncated", false);
    Nodes.headers(node, step.requestHeaders());
    ObjectNode tor = node.putObject("tor");
    tor.putNull("exit_ip").putNull("exit_name").put("is_tor", false);
    node.put("x_transport", "tcp");
  }

  private static void response(ObjectNode node, Optional<HttpAnswer> answer) {
    node.put("body", "").put("body_is_truncated", answer.isPresent());
    node.put("code", answer.map(HttpAnswer::status).orElse(0));
    Nodes.headers(node, answer.map(HttpAnswer::headers).orElse(List.of()));
    answer.ifPresent(each -> node.put("x_body_sha256", each.bodySha256()));
    answer.flatMap(HttpAnswer::title).ifPresent(title -> node.put("x_title", title));
  }
}

package nadzor.story.report;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import nadzor.probe.ConnectStep;
import nadzor.probe.DnsAnswer;
import nadzor.probe.DnsStep;
import nadzor.probe.Failure;
import nadzor.probe.FirstFlight;
import nadzor.probe.Flow;
import nadzor.probe.HttpAnswer;
import nadzor.probe.HttpStep;
import nadzor.probe.Span;
import nadzor.probe.Technique;
import nadzor.probe.TlsStep;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The steps of a visit, as a measurement holds them. */
final class VisitSteps {
  private VisitSteps() {}

  static ArrayNode dns(List<DnsStep> steps) {
    ArrayNode queries = Json.array();
    steps.forEach(step -> queries.add(dns(step)));
    return queries;
  }

  private static ObjectNode dns(DnsStep step) {
    ObjectNode query = Json.object();
    query.put("resolver", step.resolver().toString());
    query.put("engine", step.engine());
    query.put("hostname", step.hostname());
    query.put("type", step.queryType());
    Json.put(query, "rcode", step.rcode());
    ArrayNode answers = query.putArray("answers");
    step.answers().forEach(answer -> answers.add(answer(answer)));
    ArrayNode errors = query.putArray("extendedErrors");
    step.extendedErrors()
        .forEach(error -> errors.addObject().put("code", error.code()).put("text", error.text()));
    end(query, step.failure(), step.span());
    return query;
  }

  private static ObjectNode answer(DnsAnswer answer) {
    Optional<String> data = answer.address().map(InetAddress::getHostAddress).or(answer::hostname);
    ObjectNode node = Json.object().put("type", answer.type());
    Json.put(node, "data", data);
    return node.put("ttl", answer.ttl());
  }

  static ObjectNode tcp(ConnectStep step) {
    ObjectNode node = Json.object().put("to", step.to().toString());
    end(node, step.failure(), step.span());
    return node;
  }

  static ObjectNode tls(TlsStep step, Technique technique) {
    ObjectNode node = Json.object().put("to", step.to().toString());
    Json.put(node, "serverName", step.serverName());
    node.put("cut", technique.approach().firstFlight() == FirstFlight.CUT_IN_NAME);
    Json.put(node, "version", step.version());
    Json.put(node, "cipherSuite", step.cipherSuite());
    received(node, step.received());
    end(node, step.failure(), step.span());
    return node;
  }

  static ObjectNode http(HttpStep step) {
    ObjectNode node = Json.object().put("to", step.to().toString()).put("url", step.url());
    step.answer().ifPresent(answer -> answer(node, answer));
    received(node, step.received());
    end(node, step.failure(), step.span());
    return node;
  }

  private static void answer(ObjectNode node, HttpAnswer answer) {
    node.put("status", answer.status());
    Json.put(node, "title", answer.title());
    node.put("bodyLength", answer.bodyLength());
    node.put("sha256", answer.bodySha256());
    node.put("truncated", answer.truncated());
  }

  private static void received(ObjectNode node, Flow flow) {
    node.put("bytes", flow.bytes()).put("reads", flow.reads());
    Json.put(node, "rate", flow.rate());
  }

  private static void end(ObjectNode node, Optional<Failure> failure, Span span) {
    Json.put(node, "failure", failure.map(Failure::text));
    Json.put(node, "t0", span.t0());
    Json.put(node, "t", span.t());
  }
}

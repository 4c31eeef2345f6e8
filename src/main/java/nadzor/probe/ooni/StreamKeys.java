package nadzor.probe.ooni;

import nadzor.flow.Endpoint;
import nadzor.probe.ConnectStep;
import nadzor.probe.HelloForm;
import nadzor.probe.NetEvent;
import nadzor.probe.QuicStep;
import nadzor.probe.Technique;
import nadzor.probe.TlsStep;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Connections, handshakes and operations as df-005, df-006 and df-008 have them. */
final class StreamKeys {
  private StreamKeys() {}

  static ObjectNode of(ConnectStep step) {
    ObjectNode node = Nodes.object();
    node.put("ip", step.to().address().getHostAddress()).put("port", step.to().port());
    ObjectNode status = node.putObject("status");
    Nodes.failure(status, step.failure()).put("success", step.failure().isEmpty());
    return Nodes.when(node, step.span());
  }

  /**
   * @param trigger whether it was made only to leave something behind
   */
  static ObjectNode of(TlsStep step, Technique technique, boolean trigger) {
    ObjectNode node = handshake("tcp", step.to());
    node.put("cipher_suite", step.cipherSuite().orElse(""));
    Nodes.failure(node, step.failure());
    node.put("server_name", step.serverName().orElse(""));
    node.put("tls_version", step.version().orElse(""));
    ArrayNode shown = node.putArray("peer_certificates");
    step.peerCertificates()
        .forEach(each -> shown.addObject().put("format", "base64").put("data", each));
    HelloForm hello = technique.approach().hello();
    if (hello == HelloForm.ECH_GREASE || hello == HelloForm.ECH_OUTER) {
      node.put("echconfig", "GREASE");
    }
    Nodes.when(node, step.span());
    return trigger ? tagged(node) : node;
  }

  private static ObjectNode tagged(ObjectNode node) {
    node.putArray("tags").add("trigger");
    return node;
  }

  /** The first exchange of QUIC; the formats keep such handshakes beside those of TLS. */
  static ObjectNode of(QuicStep step) {
    ObjectNode node = handshake("udp", step.to());
    node.put("cipher_suite", "").put("tls_version", "");
    Nodes.failure(node, step.failure());
    node.put("server_name", step.serverName().orElse(""));
    node.putArray("peer_certificates");
    node.put("x_quic_version", Integer.toUnsignedLong(step.version()));
    ArrayNode offered = node.putArray("x_quic_versions_offered");
    step.offered().forEach(each -> offered.add(Integer.toUnsignedLong(each)));
    return Nodes.when(node, step.span());
  }

  private static ObjectNode handshake(String network, Endpoint to) {
    return Nodes.object()
        .put("network", network)
        .put("address", to.toString())
        .put("negotiated_protocol", "")
        .put("no_tls_verify", false);
  }

  static ObjectNode of(NetEvent event) {
    ObjectNode node = Nodes.object().put("address", event.address().toString());
    Nodes.failure(node, event.failure());
    if (event.bytes() > 0) {
      node.put("num_bytes", event.bytes());
    }
    node.put("operation", event.operation().text()).put("proto", event.proto());
    return Nodes.when(node, event.span());
  }
}

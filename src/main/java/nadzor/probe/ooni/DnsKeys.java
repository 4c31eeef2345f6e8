package nadzor.probe.ooni;

import java.net.Inet4Address;
import java.net.InetAddress;
import nadzor.probe.DnsAnswer;
import nadzor.probe.DnsStep;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A question as df-002-dnst has it. */
final class DnsKeys {
  private DnsKeys() {}

  static ObjectNode of(DnsStep step) {
    ObjectNode query = Nodes.object();
    ArrayNode answers = query.putArray("answers");
    step.answers().forEach(each -> answers.add(answer(each)));
    query.put("engine", step.engine());
    Nodes.failure(query, step.failure());
    query.put("hostname", step.hostname()).put("query_type", step.queryType());
    step.rcode().ifPresent(code -> query.put("rcode", code));
    query.put("resolver_address", step.resolver().toString());
    query.putNull("resolver_hostname").putNull("resolver_port");
    ArrayNode errors = query.putArray("x_extended_errors");
    step.extendedErrors()
        .forEach(each -> errors.addObject().put("code", each.code()).put("text", each.text()));
    return Nodes.when(query, step.span());
  }

  private static ObjectNode answer(DnsAnswer each) {
    ObjectNode answer = Nodes.object().put("answer_type", each.type());
    answer.put("asn", 0).put("as_org_name", "");
    each.hostname().ifPresent(name -> answer.put("hostname", name));
    each.address().ifPresent(address -> answer.put(key(address), address.getHostAddress()));
    return answer.put("ttl", each.ttl());
  }

  private static String key(InetAddress address) {
    return address instanceof Inet4Address ? "ipv4" : "ipv6";
  }
}

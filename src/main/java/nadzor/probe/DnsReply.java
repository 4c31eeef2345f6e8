package nadzor.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.HTTPSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What a response says about the question asked. Immutable. */
final class DnsReply {
  private static final int MAX_ALIASES = 16;

  private static final Map<Integer, Failure.Name> FAILURES =
      Map.of(
          Rcode.NXDOMAIN, Failure.Name.DNS_NXDOMAIN_ERROR,
          Rcode.REFUSED, Failure.Name.DNS_REFUSED_ERROR,
          Rcode.SERVFAIL, Failure.Name.DNS_SERVFAIL_ERROR);

  private final Message message;
  private final Record question;

  private DnsReply(Message message, Record question) {
    this.message = message;
    this.question = question;
  }

  /**
   * Reads a response. Fails where it is none to this query: not parsable, another id, no response,
   * another question.
   */
  static DnsReply read(byte[] octets, Message query) throws Failed {
    Message message = parse(octets);
    if (message.getHeader().getID() != query.getHeader().getID()) {
      throw new Failed(Failure.of(Failure.Name.DNS_REPLY_WITH_WRONG_QUERY_ID));
    }
    Record asked = query.getQuestion();
    boolean same = message.getSection(Section.QUESTION).equals(List.of(asked));
    if (!same || !message.getHeader().getFlag(Flags.QR)) {
      throw new Failed(Failure.Name.DNS_SERVER_MISBEHAVING, "not an answer to the question");
    }
    return new DnsReply(message, asked);
  }

  private static Message parse(byte[] octets) throws Failed {
    try {
      return new Message(octets);
    } catch (IOException | RuntimeException e) {
      // dnsjava throws unchecked exceptions too for some malformed options.
      throw new Failed(Failure.Name.DNS_SERVER_MISBEHAVING, "malformed: " + e.getMessage());
    }
  }

  /** Whether the question came back letter by letter, large and small. */
  boolean repeatsCase() {
    return message.getQuestion().getName().toString().equals(question.getName().toString());
  }

  boolean isTruncated() {
    return message.getHeader().getFlag(Flags.TC);
  }

  int rcode() {
    return message.getRcode();
  }

  /** Why this response gives no address; empty where it gives one. */
  Optional<Failure> failure() {
    if (rcode() != Rcode.NOERROR) {
      Failure.Name name = FAILURES.getOrDefault(rcode(), Failure.Name.DNS_SERVER_MISBEHAVING);
      return Optional.of(new Failure(name, "rcode " + rcode()));
    }
    boolean useful = answers().stream().anyMatch(answer -> answer.address().isPresent());
    return useful ? Optional.empty() : Optional.of(Failure.of(Failure.Name.DNS_NO_ANSWER));
  }

  /** The records that answer: the aliases from the question on, then the addresses. */
  List<DnsAnswer> answers() {
    List<Record> section = message.getSection(Section.ANSWER);
    List<Record> chain = aliases(section);
    Name end =
        chain.isEmpty()
            ? question.getName()
            : ((CNAMERecord) chain.get(chain.size() - 1)).getTarget();
    Stream<Record> addresses =
        section.stream()
            .filter(each -> each.getType() == question.getType() && each.getName().equals(end));
    return Stream.concat(chain.stream(), addresses)
        .flatMap(DnsReply::read)
        .limit(DnsStep.MAX_ANSWERS)
        .toList();
  }

  /** One answer, or one for each address that an HTTPS record hints at. */
  private static Stream<DnsAnswer> read(Record each) {
    return each instanceof HTTPSRecord https
        ? AddressHints.of(https).stream()
        : Stream.of(answer(each));
  }

  private List<Record> aliases(List<Record> section) {
    Map<Name, CNAMERecord> byOwner = new HashMap<>();
    for (Record each : section) {
      if (each instanceof CNAMERecord alias) {
        byOwner.putIfAbsent(alias.getName(), alias);
      }
    }
    List<Record> chain = new ArrayList<>();
    CNAMERecord next = byOwner.get(question.getName());
    while (next != null && chain.size() < MAX_ALIASES) {
      chain.add(next);
      next = byOwner.get(next.getTarget());
    }
    return chain;
  }

  private static DnsAnswer answer(Record each) {
    String type = Type.string(each.getType());
    if (each instanceof ARecord a) {
      return new DnsAnswer(type, Optional.of(a.getAddress()), Optional.empty(), each.getTTL());
    }
    if (each instanceof AAAARecord aaaa) {
      return new DnsAnswer(type, Optional.of(aaaa.getAddress()), Optional.empty(), each.getTTL());
    }
    String target = each instanceof CNAMERecord alias ? alias.getTarget().toString(true) : "";
    return new DnsAnswer(type, Optional.empty(), Optional.of(target), each.getTTL());
  }

  List<ExtendedError> extendedErrors() {
    return Optional.ofNullable(message.getOPT()).stream()
        .flatMap(DnsReply::errors)
        .limit(DnsStep.MAX_ANSWERS)
        .toList();
  }

  private static Stream<ExtendedError> errors(OPTRecord options) {
    return options.getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
        .filter(ExtendedErrorCodeOption.class::isInstance)
        .map(ExtendedErrorCodeOption.class::cast)
        .map(each -> new ExtendedError(each.getErrorCode(), textOf(each)));
  }

  private static String textOf(ExtendedErrorCodeOption option) {
    return Optional.ofNullable(option.getText()).orElse("");
  }
}

package nadzor.censor;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import nadzor.flow.Sighting;

/** Whether what stands in the head of a profile makes sense beside its lines. */
final class WholeSense {
  private static final int FORGED_ANSWER = 4;

  private final Profile profile;

  WholeSense(Profile profile) {
    this.profile = profile;
  }

  Optional<Contradiction> contradiction() {
    return streams().or(this::datagrams).or(this::errors);
  }

  private Optional<Contradiction> streams() {
    InspectionPolicy policy = profile.inspection();
    InspectionPolicy.Reassembly reassembly = policy.reassembly();
    if (policy.toleratesRecords()
        && reassembly != InspectionPolicy.Reassembly.SEGMENTS_AND_RECORDS) {
      return is("tolerate-records", "reassembly: segments+records");
    }
    if (policy.limitOctets() != InspectionPolicy.DEFAULT_LIMIT
        && reassembly == InspectionPolicy.Reassembly.NONE) {
      return is("a limit where nothing is put together", "reassembly: segments, or more");
    }
    if (!policy.everyRequest() && !meets(Sighting.Kind.HTTP_HEAD)) {
      return is("requests: first where no line meets requests", "a line on http-head");
    }
    boolean meets =
        meets(Sighting.Kind.HTTP_HEAD, Sighting.Kind.CLIENT_HELLO, Sighting.Kind.OPAQUE);
    return meets || policy.equals(InspectionPolicy.PLAIN)
        ? Optional.empty()
        : is(
            "reassembly or inspect where no line meets streams",
            "a line on http-head, client-hello or opaque");
  }

  private Optional<Contradiction> datagrams() {
    QuicPolicy quic = profile.quic();
    if (quic.everyDatagram() && quic.idle().isPresent()) {
      return is("quic idle where every datagram is looked at", "datagrams: first");
    }
    if (quic.gather() != QuicPolicy.Gather.NONE && !quic.decrypt()) {
      return is("quic frames gathered", "decrypt: true: they are encrypted");
    }
    boolean meets = meets(Sighting.Kind.QUIC_INITIAL, Sighting.Kind.DATAGRAM);
    return meets || quic.equals(QuicPolicy.VERSIONS)
        ? Optional.empty()
        : is("quic where no line meets datagrams", "a line on quic-initial or datagram");
  }

  private Optional<Contradiction> errors() {
    if (profile.extendedError() == Profile.UNTOLD && profile.structured().isPresent()) {
      return is("a structured-error with extended-error none", "an Extended DNS Error to be in");
    }
    int code = profile.extendedError();
    if (profile.structured().filter(error -> !error.goesWith(code)).isPresent()) {
      return is(
          "a sub-error beside extended-error " + code,
          "extended-error 15, or 17 with 1 to 4: none goes with Censored");
    }
    boolean told = profile.extendedError() != Profile.CENSORED || profile.structured().isPresent();
    if (told && !meets(Sighting.Kind.DNS_QUESTION, Sighting.Kind.DNS_ANSWER)) {
      return is("a DNS error where no line meets DNS", "a line on dns-question or dns-answer");
    }
    boolean forges =
        profile.rules().stream()
            .anyMatch(rule -> Set.of("forge", "race", "delay").contains(rule.action().name()));
    return profile.extendedError() == FORGED_ANSWER && !forges
        ? is("extended-error 4, Forged Answer", "a line that forges one (RFC 8914 section 4.5)")
        : Optional.empty();
  }

  private boolean meets(Sighting.Kind... kinds) {
    return profile.rules().stream().anyMatch(rule -> Arrays.asList(kinds).contains(rule.on()));
  }

  private static Optional<Contradiction> is(String found, String expected) {
    return Contradiction.isWhole(found, expected);
  }
}

package nadzor.story.profile;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nadzor.blocklist.Measure;
import nadzor.censor.InspectionPolicy;
import nadzor.censor.Profile;
import nadzor.censor.ProfileRule;
import nadzor.censor.QuicPolicy;
import nadzor.flow.Sighting;

/** Tells about a profile in words, for tables and for programs. */
public record ProfileWords(Profile profile) {
  /** What it looks at, as {@code client-hello, http-head}. */
  public String looksAt() {
    return profile.rules().stream()
        .map(ProfileRule::on)
        .distinct()
        .map(Sighting.Kind::word)
        .collect(Collectors.joining(", "));
  }

  /** The measures of a decision that it can carry out, as {@code block, throttle}. */
  public String enforces() {
    String listed =
        List.of(Measure.values()).stream()
            .filter(profile::canEnforce)
            .map(Measure::word)
            .collect(Collectors.joining(", "));
    return listed.isEmpty() ? "none: its own rules" : listed;
  }

  /** How it puts together what it reads. */
  public String inspection() {
    InspectionPolicy policy = profile.inspection();
    String text =
        switch (policy.reassembly()) {
          case NONE -> "each segment by itself";
          case SEGMENTS -> "segments put together";
          case SEGMENTS_OR_RECORDS ->
              "segments put together, or the TLS records of one segment, not both";
          case SEGMENTS_AND_RECORDS -> "segments and TLS records put together";
        };
    return text
        + (policy.more() > 0 ? "; " + policy.more() + " more looks after a harmless first" : "")
        + (policy.giveUpOctets() > 1
            ? "; gives up after " + policy.giveUpOctets() + " unreadable octets"
            : "")
        + (policy.bothDirections() ? "; both directions" : "; the client's side")
        + (policy.everyRequest() ? "" : "; the first request of a stream only")
        + policy.idle().map(idle -> "; forgets after " + words(idle)).orElse("");
  }

  /** How it reads datagrams; empty where it does not. */
  public Optional<String> datagrams() {
    boolean reads =
        profile.rules().stream()
            .anyMatch(
                rule ->
                    rule.on() == Sighting.Kind.QUIC_INITIAL || rule.on() == Sighting.Kind.DATAGRAM);
    QuicPolicy quic = profile.quic();
    String text =
        quic.decrypt()
            ? "Initials decrypted, hello from " + gathered(quic)
            : "the version of an Initial alone";
    return reads
        ? Optional.of(
            text
                + (quic.everyDatagram() ? "" : "; the first datagram of a flow only")
                + quic.idle().map(idle -> "; forgets after " + words(idle)).orElse(""))
        : Optional.empty();
  }

  /**
   * What its restricted DNS answers tell beside; empty where it gives none, or they tell nothing.
   */
  public Optional<String> answers() {
    boolean answers =
        profile.rules().stream()
            .anyMatch(
                rule ->
                    rule.on() == Sighting.Kind.DNS_QUESTION
                        || rule.on() == Sighting.Kind.DNS_ANSWER);
    if (!answers || profile.extendedError() == Profile.UNTOLD) {
      return Optional.empty();
    }
    return Optional.of(
        "with Extended DNS Error "
            + profile.extendedError()
            + profile
                .structured()
                .map(error -> "; structured for clients that send option " + error.optionCode())
                .orElse(""));
  }

  private static String gathered(QuicPolicy quic) {
    return switch (quic.gather()) {
      case NONE -> "one CRYPTO frame";
      case FRAMES -> "the frames of one datagram";
      case DATAGRAMS -> "several datagrams";
    };
  }

  /** For programs. */
  public Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("profile", profile.name());
    all.put("confidence", profile.confidence().name().toLowerCase(Locale.ROOT));
    all.put("enforces", enforces());
    all.put("looks_at", looksAt());
    all.put("inspection", inspection());
    datagrams().ifPresent(text -> all.put("datagrams", text));
    answers().ifPresent(text -> all.put("answers", text));
    all.put("about", profile.about().strip());
    all.put("source", profile.sources());
    return all;
  }

  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds >= 120 && seconds % 60 == 0 ? seconds / 60 + " minutes" : seconds + " seconds";
  }
}

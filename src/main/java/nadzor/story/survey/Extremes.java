package nadzor.story.survey;

import java.util.List;
import nadzor.censor.Profile;
import nadzor.story.profile.ProfileReader;

/**
 * Networks of which it is plain beforehand what they do to whatever is visited: nothing, everything
 * at one stage, or slowing all down. For the self-test of the instrument. Pure.
 */
final class Extremes {
  private static final String HEAD =
      """
      profile: %s
      about: Made for the self-test of the instrument.
      source: ["No network in particular"]
      confidence: teaching
      %senforce:
      """;
  private static final String WHOLE = "reassembly: segments+records\n";

  private Extremes() {}

  static List<SurveyNetwork> networks() {
    return List.of(
        network("nothing", Profile.NEUTRAL),
        network("all-dns", "{on: dns-question, any-name: true, action: {rcode: nxdomain}}"),
        network("all-tcp", "{on: connection, any-name: true, datagrams: false, action: refuse}"),
        ofStreams(
            "all-tls", "{on: client-hello, any-name: true, action: {reset: {towards: client}}}"),
        ofStreams(
            "all-http",
            "{on: http-head, any-name: true, action: {block-page: {status: 451, "
                + "blocked-by: 'http://operator.test/'}}}"),
        network("all-quic", "{on: quic-initial, any-name: true, action: {silence: {after: 0}}}"),
        ofStreams(
            "all-slow",
            "{on: client-hello, any-name: true, action: {throttle: {rate: 20 kB/s}}}",
            "{on: http-head, any-name: true, action: {throttle: {rate: 20 kB/s}}}"));
  }

  private static SurveyNetwork network(String name, String... lines) {
    return network(name, "", lines);
  }

  /** However its streams are cut. */
  private static SurveyNetwork ofStreams(String name, String... lines) {
    return network(name, WHOLE, lines);
  }

  private static SurveyNetwork network(String name, String head, String[] lines) {
    String text = HEAD.formatted(name, head) + "  - " + String.join("\n  - ", lines) + "\n";
    return network(name, new ProfileReader().parse(name, text));
  }

  private static SurveyNetwork network(String name, Profile profile) {
    return new SurveyNetwork(name, profile, List.of(), SurveyWorld.FRONT);
  }
}

package nadzor.cli.list;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nadzor.blocklist.lint.LintSettings;
import nadzor.blocklist.lint.PopularNames;
import nadzor.censor.Profile;
import nadzor.cli.option.ShippedProfiles;
import nadzor.office.lists.Enforceable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What lint is told about the world. */
final class LintKnowledge {
  @Option(
      names = "--popular",
      paramLabel = "FILE",
      description = "Names that are not to be hit, one a line; without it those that are shipped.")
  @Nullable Path popular;

  @Option(
      names = "--profile",
      arity = "1..*",
      paramLabel = "NAME",
      description = "Find what none of these profiles can carry out.")
  List<String> profiles = List.of();

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description =
          "A register as it stands (XML, CSV): find entries of a list in such a format whose decision "
              + "it no longer has.")
  @Nullable Path register;

  @Option(
      names = "--shared",
      paramLabel = "FILE",
      description =
          "What lives at addresses, ADDRESS NAME... a line, and whose ranges are, RANGE OWNER: find "
              + "addresses that others share.")
  @Nullable Path shared;

  /** What is known of decisions; it is to be shown the items of the list. */
  RegisterValidity validity(Instant now) throws IOException {
    return new RegisterValidity(
        register == null ? Optional.empty() : Optional.of(RegisterValidity.held(register, now)));
  }

  /** For lint at that instant. */
  LintSettings settings(Instant now, RegisterValidity validity) throws IOException {
    LintSettings settings = LintSettings.usual(now).with(validity);
    if (popular != null) {
      try (Stream<String> lines = Files.lines(popular, StandardCharsets.UTF_8)) {
        settings = settings.with(PopularNames.of(lines));
      }
    }
    if (shared != null) {
      SharedAddresses known = SharedAddresses.read(shared);
      settings = settings.with(known.names(), known.networks());
    }
    List<Profile> chosen = ShippedProfiles.named(profiles);
    return chosen.isEmpty() ? settings : settings.enforcing(new Enforceable(chosen));
  }

  /** Whether it can say something of a list only by the list's own words. */
  boolean needsFile() {
    return register != null;
  }
}

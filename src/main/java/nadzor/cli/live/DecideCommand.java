package nadzor.cli.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a proposed decision, or one of its own. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = "Takes a proposed decision, or one of its own.",
    footer = {"", "Example:  nadzor decide fb-2022-02-25"})
public final class DecideCommand extends RecordingCommand {
  @Parameters(
      paramLabel = "PROPOSAL",
      arity = "0..1",
      description = "The id of a proposed decision; or give the options below.")
  @Nullable String proposal;

  @Option(names = "--id", paramLabel = "ID", description = "The id it will have.")
  @Nullable String id;

  @Option(names = "--case", paramLabel = "CASE", description = "The case it is taken in.")
  @Nullable String caseId;

  @Option(names = "--authority", paramLabel = "NAME", description = "Who decides.")
  @Nullable String authority;

  @Option(names = "--law", paramLabel = "LAW", description = "The law it rests on.")
  @Nullable String law;

  @Option(names = "--measure", paramLabel = "WORD", description = "block or throttle")
  @Nullable String measure;

  @Option(names = "--on", paramLabel = "ID", split = ",", description = "The platforms, by commas.")
  List<String> targets = List.of();

  @Option(
      names = "--scope",
      paramLabel = "ROLE",
      split = ",",
      description = "front, cdn, api: by commas; all without it.")
  List<String> scope = List.of();

  @Option(
      names = "--in-force",
      paramLabel = "WHEN",
      description = "When it begins to bind; at once without it.")
  @Nullable String inForce;

  @Option(names = "--until", paramLabel = "WHEN", description = "When it ends by itself.")
  @Nullable String until;

  @Option(
      names = "--supersedes",
      paramLabel = "ID",
      description = "The decision in whose place it stands.")
  @Nullable String supersedes;

  @Override
  String path() {
    return proposal == null ? "/decisions" : "/proposals/" + Api.encoded(proposal) + "/take";
  }

  @Override
  Fields fields() {
    return proposal == null ? own() : new Fields().put("inForceFrom", inForce).put("until", until);
  }

  private Fields own() {
    if (caseId == null
        || authority == null
        || law == null
        || measure == null
        || targets.isEmpty()) {
      throw new IllegalArgumentException(
          "give the id of a proposal, or --case, --authority, --law, --measure and --on");
    }
    Fields fields =
        new Fields()
            .put("id", id)
            .put("case", caseId)
            .put("authority", authority)
            .put("measure", measure)
            .put("on", targets)
            .put("scope", scope.isEmpty() ? List.of("front", "cdn", "api") : scope)
            .put("inForceFrom", inForce)
            .put("until", until)
            .put("supersedes", supersedes);
    fields.body().putObject("law").put("announced", law).put("register", law);
    return fields;
  }
}

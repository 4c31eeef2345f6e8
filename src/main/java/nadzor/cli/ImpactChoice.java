package nadzor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.cli.list.GivenList;
import nadzor.cli.option.ListsOption;
import nadzor.cli.option.MeasureOption;
import nadzor.cli.option.ShippedProfiles;
import nadzor.impact.AnyList;
import nadzor.impact.Control;
import nadzor.impact.Controls;
import nadzor.impact.ListVersion;
import nadzor.impact.Naming;
import nadzor.impact.Replay;
import nadzor.impact.View;
import nadzor.impact.traffic.Columns;
import nadzor.impact.traffic.TrafficFile;
import nadzor.impact.traffic.TrafficFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which versions are compared, for which traffic, how they are asked. */
final class ImpactChoice {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "LIST",
      description = "The list in force: a file, or the number of a stored version.")
  String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "LIST",
      description = "The list to come: likewise; a file called 3 is written ./3.")
  String to = "";

  @Mixin ListsOption lists = new ListsOption();

  @Mixin MeasureOption ordered = new MeasureOption();

  @Option(
      names = "--traffic",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "One log or more.")
  List<Path> traffic = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The format of the logs, where it is not to be detected.")
  @Nullable String format;

  @Option(
      names = "--column",
      split = ",",
      paramLabel = "WHAT=NAME",
      description = "Where the log has name, type, count, url, client or time under another name.")
  List<String> columns = new ArrayList<>();

  @Option(
      names = "--group-column",
      paramLabel = "NAME",
      description = "A column with client groups, in place of hashed addresses.")
  @Nullable String group;

  @Mixin ImpactTimes times = new ImpactTimes();

  @Option(
      names = "--profile",
      split = ",",
      paramLabel = "NAME",
      description = "As these profiles enforce. Without it: what the list holds.")
  List<String> profiles = new ArrayList<>();

  @Option(names = "--controls", paramLabel = "FILE", description = "Names that must stay free.")
  @Nullable Path controls;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows a table keeps (default: ${DEFAULT-VALUE}).")
  int top = Replay.USUAL_ROWS;

  Replay replay() throws IOException {
    List<Control> asked = controls == null ? List.of() : Controls.read(controls);
    return new Replay(
        list(from, 1),
        list(to, 2),
        View.of(ShippedProfiles.named(profiles)),
        asked,
        times.timing(),
        Naming.PLAIN,
        top);
  }

  private ListVersion list(String word, long number) throws IOException {
    GivenList given = new GivenList(word);
    Optional<Path> file = given.file(lists.folder());
    return file.isPresent()
        ? new AnyList().read(file.get(), ordered.measure(), number)
        : new ListVersion("version " + word, given.stored(lists.folder()).numbered(number));
  }

  List<TrafficFile> files() {
    Columns places = Columns.USUAL;
    for (String column : columns) {
      int equals = column.indexOf('=');
      if (equals < 1 || equals == column.length() - 1) {
        throw new IllegalArgumentException(
            "--column: found '" + column + "', expected as in name=qname");
      }
      places = places.with(column.substring(0, equals), column.substring(equals + 1));
    }
    Columns where = group == null ? places : places.groupedBy(group);
    Optional<TrafficFormat> known = Optional.ofNullable(format).map(TrafficFormat::of);
    return traffic.stream().map(path -> new TrafficFile(path, known, where)).toList();
  }
}

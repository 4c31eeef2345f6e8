package nadzor.cli.list;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.exchange.Conversion;
import nadzor.exchange.Format;
import nadzor.exchange.Limits;
import nadzor.exchange.ListItem;
import nadzor.exchange.Lists;
import nadzor.exchange.Reading;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;
import nadzor.exchange.Strictness;
import nadzor.store.lists.SourceFile;

/** Reads files of any format into one list; what is refused is told line by line. */
final class ListIntake implements Receiver {
  private static final int TOLD = 20;

  private final BlocklistBuilder builder = new BlocklistBuilder();
  private final Measure measure;
  private final PrintWriter err;
  private final List<SourceFile> sources = new ArrayList<>();
  private Conversion sum = Conversion.NOTHING;
  private long unordered;
  private int told;

  /**
   * What was read.
   *
   * @param list compiled, numbered 0
   * @param items how many items the files have
   * @param unordered how many of them restrict nothing, or cannot be matched
   */
  record Taken(Blocklist list, List<SourceFile> sources, Conversion items, long unordered) {
    long refused() {
      return items.count(Remark.Kind.REFUSED);
    }
  }

  private ListIntake(Measure measure, PrintWriter err) {
    this.measure = measure;
    this.err = err;
  }

  static Taken read(
      List<Path> files, Optional<String> from, boolean strict, Measure measure, PrintWriter err)
      throws IOException {
    Reading how =
        new Reading(
            from.map(Format::of), strict ? Strictness.STOP : Strictness.GO_ON, Limits.USUAL);
    ListIntake intake = new ListIntake(measure, err);
    for (Path file : files) {
      intake.sum = intake.sum.plus(Lists.read(file, how, intake));
      intake.sources.add(new SourceFile(file.toString(), sha256(file)));
    }
    err.flush();
    return new Taken(intake.builder.build(0), intake.sources, intake.sum, intake.unordered);
  }

  private static String sha256(Path file) throws IOException {
    return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
  }

  @Override
  public void item(ListItem item) {
    Optional<Rule> rule = item.rule(measure);
    unordered += rule.isEmpty() ? 1 : 0;
    rule.ifPresent(one -> builder.add(one.matcher(), one.measure(), reason(item)));
  }

  /** The file's name without its folder: the same list is the same wherever it lies. */
  private static Reason reason(ListItem item) {
    String file = item.at().file();
    return new Reason.OfList(file.substring(file.lastIndexOf('/') + 1), item.at().line());
  }

  @Override
  public void remark(Remark remark) {
    if (remark.kind() == Remark.Kind.REFUSED && told++ < TOLD) {
      err.println(remark);
    }
  }
}

package nadzor.office.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.exchange.Bundle;
import nadzor.exchange.Conversion;
import nadzor.exchange.ListItem;
import nadzor.exchange.Lists;
import nadzor.exchange.Reading;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;
import nadzor.exchange.RuleIntake;
import nadzor.exchange.Spot;
import nadzor.store.lists.SourceFile;

/** Reads lists of any format into one, streaming. Used once, by one thread. */
public final class ListIntake implements Receiver, AutoCloseable {
  private static final int TOLD = 20;

  private final BlocklistBuilder builder = new BlocklistBuilder();
  private final RuleLane lane = new RuleLane(builder::add);
  private final RuleIntake rules;
  private final Receiver also;
  private final List<SourceFile> sources = new ArrayList<>();
  private final List<Remark> refusals = new ArrayList<>();
  private Reason.OfList current = new Reason.OfList("", 0);
  private String path = "";
  private String name = "";
  private Conversion sum = Conversion.NOTHING;
  private Optional<FileDigest> digest = Optional.empty();

  private ListIntake(Measure measure, Receiver also) {
    rules = new RuleIntake(measure, this::add, this::lost);
    this.also = also;
  }

  /**
   * Reads files, one after another, as one list: a {@link Bundle}.
   *
   * @param measure what a list means that does not say
   * @param also is told everything too
   * @throws nadzor.exchange.BadList if one cannot be read on
   */
  public static Taken read(List<Path> files, Reading how, Measure measure, Receiver also)
      throws IOException {
    try (ListIntake intake = new ListIntake(measure, also);
        Bundle bundle = Bundle.of(files, how)) {
      for (Path file : files) {
        try (FileDigest digest = new FileDigest()) {
          intake.digest = Optional.of(digest);
          intake.sum = intake.sum.plus(bundle.read(file, intake));
          intake.sources.add(new SourceFile(file.toString(), digest.hex()));
        }
      }
      return intake.taken();
    }
  }

  /**
   * Reads a file that somebody gave under a name of theirs.
   *
   * @throws nadzor.exchange.BadList if it cannot be read on
   */
  public static Taken named(String name, Path file, Reading how, Measure measure)
      throws IOException {
    try (ListIntake intake = new ListIntake(measure, new Unheard());
        FileDigest digest = new FileDigest();
        InputStream in = digest.of(Files.newInputStream(file))) {
      intake.sum = Lists.read(in, name, how, intake);
      in.transferTo(OutputStream.nullOutputStream());
      intake.sources.add(new SourceFile(name, digest.hex()));
      return intake.taken();
    }
  }

  private Taken taken() {
    Conversion all = sum.plus(rules.losses());
    lane.finish();
    return new Taken(builder.build(0), sources, all, rules.unordered(), refusals);
  }

  @Override
  public InputStream octets(InputStream source) {
    return digest.map(of -> of.of(source)).orElse(source);
  }

  @Override
  public void item(ListItem item) throws IOException {
    also.item(item);
    current = named(item.at());
    rules.item(item);
  }

  private Reason.OfList named(Spot at) {
    if (!at.file().equals(path)) {
      path = at.file();
      name = name(path);
    }
    return new Reason.OfList(name, at.line());
  }

  private void add(Rule rule) {
    lane.add(
        rule.isException()
            ? Rule.exception(rule.matcher(), current.file(), current.line())
            : new Rule(rule.matcher(), rule.measure(), current));
  }

  /** What no rule can hold is told beside what is refused. */
  private void lost(Remark remark) throws IOException {
    also.remark(remark);
    refusals.add(remark);
  }

  /** The file's name without its folder: the same list is the same wherever it lies. */
  public static Reason.OfList reason(ListItem item) {
    return new Reason.OfList(name(item.at().file()), item.at().line());
  }

  /** What reasons call a file: its name without its folder. */
  public static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  @Override
  public void remark(Remark remark) throws IOException {
    also.remark(remark);
    if (remark.kind() == Remark.Kind.REFUSED && refusals.size() < TOLD) {
      refusals.add(remark);
    }
  }

  @Override
  public void close() {
    lane.close();
  }

  /** Nobody listens. */
  private static final class Unheard implements Receiver {
    @Override
    public void item(ListItem item) {}

    @Override
    public void remark(Remark remark) {}
  }
}

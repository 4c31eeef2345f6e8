package nadzor.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import nadzor.blocklist.Matcher;

/** Where a reader stands, and to whom it tells what it finds. Not thread-safe. */
final class Intake {
  private final String file;
  private final Strictness strictness;
  private final Limits limits;
  private final Receiver receiver;
  private final Tally tally;
  private int line = 1;
  private String text = "";

  Intake(String file, Reading how, Receiver receiver, Tally tally) {
    this.file = file;
    this.strictness = how.strictness();
    this.limits = how.limits();
    this.receiver = receiver;
    this.tally = tally;
  }

  /** One at the same file that tells nobody, and goes on whatever comes. */
  Intake deaf() {
    return deaf(file, new Reading(Optional.empty(), strictness, limits));
  }

  /** One that tells nobody, and goes on whatever comes. */
  static Intake deaf(String file, Reading how) {
    Reading quiet = new Reading(how.format(), Strictness.GO_ON, how.limits());
    return new Intake(file, quiet, new Unheard(), new Tally());
  }

  /** Nobody listens. */
  private static final class Unheard implements Receiver {
    @Override
    public void item(ListItem item) {}

    @Override
    public void remark(Remark remark) {}
  }

  Limits limits() {
    return limits;
  }

  int line() {
    return line;
  }

  /** The next place: a line, or an element. */
  void at(int newLine, String newText) {
    line = newLine;
    text = newText;
  }

  Spot spot(int column) {
    return new Spot(file, line, Math.max(1, column));
  }

  void heading(Heading heading) throws IOException {
    receiver.heading(heading);
  }

  InputStream octets(InputStream source) {
    return receiver.octets(source);
  }

  void progress(long octets) {
    tally.octets(octets);
    receiver.progress(octets);
  }

  void item(Matcher what) throws IOException {
    item(new Target.Matched(what), Prescription.LISTED);
  }

  void item(Matcher what, Prescription prescription) throws IOException {
    item(new Target.Matched(what), prescription);
  }

  void item(Target target, Prescription prescription) throws IOException {
    item(new ListItem(target, prescription, Details.NONE, spot(1), Optional.empty(), text));
  }

  void item(ListItem item) throws IOException {
    tally.item();
    receiver.item(item);
  }

  void repaired(Repair rule, int column, String found, String became) throws IOException {
    remark(Remark.repaired(rule, spot(column), found, became));
  }

  /** Leaves something out; ends the reading where that was asked for. */
  void refuse(Fault fault, int column, String found, String expected) throws IOException {
    Remark remark = Remark.refused(fault, spot(column), found, expected);
    remark(remark);
    if (strictness == Strictness.STOP) {
      throw new BadList(remark);
    }
  }

  /** As {@link #refuse}, with the value quoted. */
  void refuseValue(Fault fault, int column, String value, String expected) throws IOException {
    refuse(fault, column, "'" + Remark.shown(value) + "'", expected);
  }

  /** Something odd that is kept; ends the reading where that was asked for. */
  void note(Fault fault, int column, String found, String expected) throws IOException {
    Remark remark = Remark.noted(fault, spot(column), found, expected);
    remark(remark);
    if (strictness == Strictness.STOP) {
      throw new BadList(remark);
    }
  }

  void drop(Loss loss, int column, String found, String why) throws IOException {
    remark(Remark.lost(Remark.Kind.DROPPED, loss, spot(column), found, why));
  }

  void reduce(Loss loss, int column, String found, String why) throws IOException {
    remark(Remark.lost(Remark.Kind.REDUCED, loss, spot(column), found, why));
  }

  void remark(Remark remark) throws IOException {
    tally.remark(remark);
    receiver.remark(remark);
  }

  /** The list cannot be read on from here. */
  BadList broken(Fault fault, int column, String found, String expected) {
    return BadList.of(fault, spot(column), found, expected);
  }

  /** The same, found while a reader that reads ahead stood elsewhere. */
  BadList here(BadList bad) {
    Remark said = bad.remark();
    Spot spot = spot(said.at().column());
    return new BadList(new Remark(said.kind(), said.rule(), spot, said.found(), said.became()));
  }
}

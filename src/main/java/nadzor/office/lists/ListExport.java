package nadzor.office.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nadzor.blocklist.Blocklist;
import nadzor.blocklist.Measure;
import nadzor.blocklist.Reason;
import nadzor.blocklist.Rule;
import nadzor.exchange.Act;
import nadzor.exchange.Conversion;
import nadzor.exchange.Details;
import nadzor.exchange.Format;
import nadzor.exchange.ListItem;
import nadzor.exchange.ListWriter;
import nadzor.exchange.Lists;
import nadzor.exchange.Prescription;
import nadzor.exchange.Spot;
import nadzor.exchange.Target;

/** Writes a version in a format that others read. */
public final class ListExport {
  private static final Comparator<Rule> ORDER =
      Comparator.comparing((Rule rule) -> rule.matcher().toString())
          .thenComparing(Rule::measure)
          .thenComparing(rule -> rule.reason().label());

  private ListExport() {}

  /**
   * Writes it in order, so that two exports of one version are equal; each entry once.
   *
   * @return how much was written, and what was lost
   * @throws IllegalArgumentException if the format is only read
   */
  public static Conversion write(Blocklist list, Format format, OutputStream target)
      throws IOException {
    List<Rule> rules = new ArrayList<>(list.rules());
    rules.sort(ORDER);
    ListWriter writer = Lists.writer(format, target, remark -> {});
    try (writer) {
      String last = "";
      for (Rule rule : rules) {
        String entry = rule.word() + " " + rule.matcher();
        if (!entry.equals(last)) {
          writer.item(item(rule));
        }
        last = entry;
      }
    }
    return writer.conversion();
  }

  private static ListItem item(Rule rule) {
    Spot at =
        rule.reason() instanceof Reason.OfList of
            ? new Spot(of.file(), of.line(), 1)
            : new Spot(rule.reason().label(), 1, 1);
    Act act =
        rule.isException()
            ? Act.PASS
            : rule.measure() == Measure.THROTTLE ? Act.THROTTLE : Act.LISTED;
    return new ListItem(
        new Target.Matched(rule.matcher()),
        Prescription.of(act),
        Details.NONE,
        at,
        Optional.empty(),
        rule.matcher().toString());
  }
}

package nadzor.impact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nadzor.blocklist.BlocklistBuilder;
import nadzor.blocklist.Measure;
import nadzor.exchange.Conversion;
import nadzor.exchange.Lists;
import nadzor.exchange.Reading;
import nadzor.exchange.Remark;
import nadzor.exchange.RuleIntake;

/**
 * A list in any format that is read here. What is refused of it is left out, and counted in its
 * name; a file most of which is refused is no list.
 */
public final class AnyList implements ListSource {
  @Override
  public ListVersion read(Path file, Measure measure, long number) throws IOException {
    BlocklistBuilder rules = new BlocklistBuilder();
    List<Remark> first = new ArrayList<>(1);
    Conversion read =
        Lists.read(
            file,
            Reading.USUAL,
            new RuleIntake(
                measure,
                rules::add,
                remark -> {
                  // All are told line by line where a list is converted; here they are counted.
                  if (remark.kind() == Remark.Kind.REFUSED && first.isEmpty()) {
                    first.add(remark);
                  }
                }));
    long refused = read.count(Remark.Kind.REFUSED);
    if (refused > read.items()) {
      throw new IOException("most of its lines cannot be used, the first: " + first.get(0));
    }
    String name = refused == 0 ? file.toString() : file + " (" + refused + " lines refused)";
    return new ListVersion(name, rules.build(number));
  }
}

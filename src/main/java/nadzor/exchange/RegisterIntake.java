package nadzor.exchange;

import java.io.IOException;
import java.util.Optional;

/**
 * Takes the parts of a register's records in the order in which they stand, each with the line and
 * column behind its tag, and gives the items. Not thread-safe.
 */
final class RegisterIntake {
  private final Intake in;
  private final Ranges ranges = new Ranges();
  private final Ids ids = new Ids();
  private final RegisterRecord values = new RegisterRecord();
  private Optional<RegisterAttributes> content = Optional.empty();

  RegisterIntake(Intake in) {
    this.in = in;
  }

  void begin(RegisterAttribute.Source attributes, int line, int column) throws IOException {
    in.at(line, "");
    content = Optional.of(RegisterAttributes.content(attributes, column, in));
    values.clear();
  }

  void decision(RegisterAttribute.Source attributes, int line, int column) throws IOException {
    in.at(line, "");
    content = Optional.of(RegisterAttributes.require(content, in).decision(attributes, column, in));
  }

  void value(ResourceKind kind, String text, int line, int column, Optional<String> ts)
      throws IOException {
    values.add(kind, text, line, column, ts, in);
  }

  /** An element of the depth of records ends; nothing is given where it is none. */
  void end() throws IOException {
    if (content.isPresent()) {
      RegisterContent all = content.get().content();
      content = Optional.empty();
      give(all);
    }
  }

  private void give(RegisterContent all) throws IOException {
    in.at(all.row(), "");
    if (all.id().isPresent() && !ids.add(all.id().getAsInt())) {
      in.refuse(Fault.DUPLICATE, 1, "id " + all.id().getAsInt() + " again", "an id once");
    } else if (values.isEmpty()) {
      in.refuse(Fault.SHAPE, 1, "a record without URL, domain and address", "at least one");
    } else {
      values.give(all, ranges, in);
    }
  }
}

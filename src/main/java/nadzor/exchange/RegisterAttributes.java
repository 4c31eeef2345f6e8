package nadzor.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamReader;

/**
 * The attributes of a register's record, checked; one that cannot be is left out and told, by the
 * column at which its element's content begins.
 */
record RegisterAttributes(RegisterContent content) {
  private static final Set<String> BLOCK_TYPES = Set.of("default", "domain", "domain-mask", "ip");

  static RegisterAttributes content(XMLStreamReader xml, int column, Intake in) throws IOException {
    Optional<String> block = attribute(xml, "blockType");
    if (block.isPresent() && !BLOCK_TYPES.contains(block.get())) {
      in.note(
          Fault.VALUE,
          column,
          "blockType '" + Remark.shown(block.get()) + "', read as default",
          "default, domain, domain-mask or ip");
      block = Optional.empty();
    }
    return new RegisterAttributes(
        new RegisterContent(
            in.line(),
            number(xml, "id", column, in),
            checked(xml, "includeTime", "2022-03-04T19:00:00", Dates::time, column, in),
            number(xml, "entryType", column, in),
            number(xml, "urgencyType", column, in),
            block,
            attribute(xml, "hash"),
            attribute(xml, "ts"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  static RegisterAttributes require(Optional<RegisterAttributes> content, Intake in)
      throws IOException {
    if (content.isEmpty()) {
      throw in.broken(Fault.SHAPE, 1, "a decision outside of a record", "content around it");
    }
    return content.get();
  }

  /** The same with the decision. */
  RegisterAttributes decision(XMLStreamReader xml, int column, Intake in) throws IOException {
    return new RegisterAttributes(
        new RegisterContent(
            content.row(),
            content.id(),
            content.includeTime(),
            content.entryType(),
            content.urgencyType(),
            content.blockType(),
            content.hash(),
            content.ts(),
            checked(xml, "date", "2022-02-24", Dates::date, column, in),
            text(xml, "number", column, in),
            text(xml, "org", column, in)));
  }

  private static Optional<String> attribute(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  private static Optional<String> text(XMLStreamReader xml, String name, int column, Intake in)
      throws IOException {
    Optional<String> value = attribute(xml, name);
    return value.isEmpty() ? value : Optional.of(Mojibake.repaired(value.get(), column, in));
  }

  private static OptionalInt number(XMLStreamReader xml, String name, int column, Intake in)
      throws IOException {
    Optional<String> value = attribute(xml, name);
    try {
      return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
    } catch (NumberFormatException e) {
      in.refuse(
          Fault.VALUE,
          column,
          name + " '" + Remark.shown(value.get()) + "'",
          "a number of 32 bits");
      return OptionalInt.empty();
    }
  }

  private static Optional<String> checked(
      XMLStreamReader xml,
      String name,
      String example,
      Consumer<String> parser,
      int column,
      Intake in)
      throws IOException {
    Optional<String> value = attribute(xml, name);
    try {
      value.ifPresent(parser);
      return value;
    } catch (DateTimeException e) {
      in.refuse(
          Fault.VALUE, column, name + " '" + Remark.shown(value.orElse("")) + "'", "as " + example);
      return Optional.empty();
    }
  }
}

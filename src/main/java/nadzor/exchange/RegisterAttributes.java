package nadzor.exchange;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The attributes of a register's record, checked; one that cannot be is left out and told, by the
 * column at which its element's content begins.
 */
record RegisterAttributes(RegisterContent content) {
  private static final Set<String> BLOCK_TYPES = Set.of("default", "domain", "domain-mask", "ip");

  static RegisterAttributes content(RegisterAttribute.Source from, int column, Intake in)
      throws IOException {
    Optional<String> block = from.value(RegisterAttribute.BLOCK_TYPE);
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
            number(from, RegisterAttribute.ID, column, in),
            checked(
                from,
                RegisterAttribute.INCLUDE_TIME,
                "2022-03-04T19:00:00",
                Dates::time,
                column,
                in),
            number(from, RegisterAttribute.ENTRY_TYPE, column, in),
            number(from, RegisterAttribute.URGENCY_TYPE, column, in),
            block,
            from.value(RegisterAttribute.HASH),
            from.value(RegisterAttribute.TS),
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
  RegisterAttributes decision(RegisterAttribute.Source from, int column, Intake in)
      throws IOException {
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
            checked(from, RegisterAttribute.DATE, "2022-02-24", Dates::date, column, in),
            text(from, RegisterAttribute.NUMBER, column, in),
            text(from, RegisterAttribute.ORG, column, in)));
  }

  private static Optional<String> text(
      RegisterAttribute.Source from, RegisterAttribute name, int column, Intake in)
      throws IOException {
    Optional<String> value = from.value(name);
    return value.isEmpty() ? value : Optional.of(Mojibake.repaired(value.get(), column, in));
  }

  private static OptionalInt number(
      RegisterAttribute.Source from, RegisterAttribute name, int column, Intake in)
      throws IOException {
    Optional<String> value = from.value(name);
    try {
      return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
    } catch (NumberFormatException e) {
      in.refuse(
          Fault.VALUE,
          column,
          name.word() + " '" + Remark.shown(value.get()) + "'",
          "a number of 32 bits");
      return OptionalInt.empty();
    }
  }

  private static Optional<String> checked(
      RegisterAttribute.Source from,
      RegisterAttribute name,
      String example,
      Consumer<String> parser,
      int column,
      Intake in)
      throws IOException {
    Optional<String> value = from.value(name);
    try {
      value.ifPresent(parser);
      return value;
    } catch (DateTimeException e) {
      in.refuse(
          Fault.VALUE,
          column,
          name.word() + " '" + Remark.shown(value.orElse("")) + "'",
          "as " + example);
      return Optional.empty();
    }
  }
}

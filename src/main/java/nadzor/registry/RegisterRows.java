package nadzor.registry;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Entries of the register, each made when it is read. Immutable. */
final class RegisterRows extends AbstractList<RegisterEntry> implements RandomAccess {
  private final Registry registry;
  private final List<Recorded<Decision>> decisions;
  private final long[] codes;

  /** The entries of these codes. */
  RegisterRows(Registry registry, long[] codes) {
    this.registry = registry;
    this.decisions = registry.books().decisions.upTo(registry.limit());
    this.codes = codes;
  }

  /**
   * What stands for an entry.
   *
   * @param row the place of its decision among the decisions
   * @param place of its platform in the order of the decision
   */
  static long code(int row, int place) {
    return (long) row * Register.NUMBERS_OF_A_DECISION + place;
  }

  static int row(long code) {
    return (int) (code / Register.NUMBERS_OF_A_DECISION);
  }

  static int place(long code) {
    return (int) (code % Register.NUMBERS_OF_A_DECISION);
  }

  @Override
  public RegisterEntry get(int index) {
    long code = codes[index];
    return Register.entry(registry, decisions.get(row(code)), place(code));
  }

  @Override
  public int size() {
    return codes.length;
  }
}

package nadzor.blocklist;

/** Counts what a base and its overlay hold together. */
final class ShelfCheck {
  private ShelfCheck() {}

  /** The rules of the overlay, and those of the base that it does not hide. */
  static int size(Entries base, Entries overlay) {
    int[] hidden = {0};
    overlay.forEach(
        offset -> {
          int below = base.locate(overlay, offset);
          hidden[0] += below == Entries.ABSENT ? 0 : Entry.count(base.pool(), below);
        });
    return base.rules() + overlay.rules() - hidden[0];
  }
}

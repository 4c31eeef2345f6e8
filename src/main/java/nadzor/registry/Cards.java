package nadzor.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cards of the books up to the number of a record. Immutable. */
record Cards(Books books, long limit) {
  /** No cards. */
  static Cards none() {
    return new Cards(new Books(), 0);
  }

  Optional<Operator> operator(String id) {
    return books.operators.last(id, limit).map(card -> card.entry().operator());
  }

  Optional<Platform> platform(String id) {
    return books.platforms.last(id, limit).map(card -> card.entry().platform());
  }

  int operatorCount() {
    return books.newOperators.upTo(limit).size();
  }

  int platformCount() {
    return books.newPlatforms.upTo(limit).size();
  }

  /**
   * Platforms in the order of their first card, each as its last one has it. Those of which there
   * is one card, as of nearly all, are not looked up.
   */
  List<Platform> platformsNow() {
    List<Recorded<PlatformCard>> first = books.newPlatforms.upTo(limit);
    List<Recorded<PlatformCard>> all = books.allPlatforms.upTo(limit);
    Set<String> again = new HashSet<>();
    int place = 0;
    for (Recorded<PlatformCard> card : all) {
      if (place < first.size() && first.get(place).number() == card.number()) {
        place++;
      } else {
        again.add(card.about());
      }
    }
    List<Platform> now = new ArrayList<>(first.size());
    for (Recorded<PlatformCard> card : first) {
      Platform platform = card.entry().platform();
      now.add(again.contains(platform.id()) ? platform(platform.id()).orElse(platform) : platform);
    }
    return now;
  }

  /** The ids of operators in the order of their first card. */
  List<String> operators() {
    return books.newOperators.upTo(limit).stream().map(card -> card.entry().about()).toList();
  }

  /** The ids of platforms in the order of their first card. */
  List<String> platforms() {
    return books.newPlatforms.upTo(limit).stream().map(card -> card.entry().about()).toList();
  }

  /** The same for those of an operator. */
  List<String> platformsOf(String operatorId) {
    return books.newPlatformsOf.upTo(operatorId, limit).stream()
        .map(card -> card.entry().about())
        .toList();
  }
}

package nadzor.registry;

import java.util.List;
import java.util.Optional;

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

package nadzor.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiftedTest {
  private static final List<Integer> ALL = IntStream.range(0, 100).boxed().toList();

  @Test
  void withoutAFilterItIsTheList() {
    Sifted<Integer> sifted = new Sifted<>(ALL).and(Optional.empty(), one -> false);
    assertEquals(100, sifted.total());
    assertEquals(List.of(7, 8), sifted.between(7, 9));
  }

  @Test
  void filtersAddUp() {
    Sifted<Integer> sifted =
        new Sifted<>(ALL).and(Optional.of("even"), one -> one % 2 == 0).and(one -> one % 3 == 0);
    assertEquals(17, sifted.total());
    assertEquals(List.of(12, 18, 24), sifted.between(2, 5));
    assertEquals(List.of(96), sifted.between(16, 17));
  }
}

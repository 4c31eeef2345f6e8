package nadzor.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import nadzor.registry.Entry;
import nadzor.registry.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of canonical JSON takes nothing that the parser would not take, or take otherwise. */
class CanonicalSourceTest {
  private static final int CHANGED = 400;
  private static final int LONGEST = 3000;
  private static final byte[] LIKELY =
      "\"\\{}[]:,.-+0123456789eE truefalsnZT\u0000\t".getBytes(UTF_8);

  private final EntryJson json = new EntryJson();

  static List<byte[]> lines() {
    EntryJson json = new EntryJson();
    return Samples.everyKind().stream()
        .map(entry -> json.write(new Recorded<Entry>(12, Samples.DAY, "Ольга <b>", entry)))
        .filter(line -> line.length < LONGEST)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void readsWhatHasNoEscapes(byte[] line) {
    if (new String(line, UTF_8).contains("\\")) {
      assertThrows(NotCanonical.class, () -> json.canonical(line));
    } else if (!new String(line, UTF_8).contains("\"-10000")) {
      assertEquals(json.parsed(line), json.canonical(line));
    }
  }

  @Test
  void mostKindsHaveNoEscapes() {
    long plain = lines().stream().filter(line -> read(line).isPresent()).count();
    assertTrue(plain >= 12, plain + " of the samples were read");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void whatWasChangedIsReadAsTheParserReadsIt(byte[] line) {
    Random random = new Random(line.length);
    for (int i = 0; i < CHANGED; i++) {
      byte[] changed = changed(line, random);
      read(changed)
          .ifPresent(
              record ->
                  assertEquals(json.parsed(changed), record, () -> new String(changed, UTF_8)));
    }
  }

  private static byte[] changed(byte[] line, Random random) {
    byte[] changed = line.clone();
    int at = random.nextInt(changed.length);
    switch (random.nextInt(4)) {
      case 0 -> changed[at] = (byte) random.nextInt(256);
      case 1 -> changed[at] = LIKELY[random.nextInt(LIKELY.length)];
      case 2 -> System.arraycopy(changed, at, changed, at / 2, changed.length - at);
      default -> {
        int from = random.nextInt(changed.length);
        int length = Math.min(random.nextInt(12), changed.length - Math.max(at, from));
        System.arraycopy(line, from, changed, at, length);
      }
    }
    return changed;
  }

  private Optional<Recorded<?>> read(byte[] line) {
    try {
      return Optional.of(json.canonical(line));
    } catch (NotCanonical e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{}",
        "{\"number\":07",
        "{\"number\":-7",
        "{\"number\":7.0",
        "{\"number\":",
        "{\"number\" :7",
        "{\"number\":7 ",
        "{,",
        "[1,]",
        "{\"number\":7,}",
        "nul",
        "{\"number\":tru",
        "{\"number\":1234567890123456789",
        "{\"number\":7,\"at\":\"2022-02-30T00:00:00Z\"",
        "{\"number\":7,\"at\":\"2022-03-04T24:00:00Z\"",
        "{\"number\":7,\"at\":\"2022-03-04T16:00:00Z"
      })
  void givesUp(String text) {
    assertThrows(NotCanonical.class, () -> json.canonical(text.getBytes(UTF_8)));
  }

  @Test
  void malformedOctetsAreForTheParser() {
    byte[] line = json.write(new Recorded<Entry>(1, Samples.DAY, "жж", Samples.opening()));
    assertTrue(read(line).isPresent());
    line[new String(line, UTF_8).indexOf('ж') + 1] = 'x';
    assertThrows(NotCanonical.class, () -> json.canonical(line));
  }

  @Test
  void deepTextsAreForTheParser() {
    String deep = "{\"number\":" + "[".repeat(30) + "]".repeat(30);
    assertThrows(NotCanonical.class, () -> json.canonical(deep.getBytes(UTF_8)));
  }
}

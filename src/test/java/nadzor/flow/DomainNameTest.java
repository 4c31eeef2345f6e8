package nadzor.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  @ParameterizedTest
  @CsvSource({
    "Facebook.COM,facebook.com",
    "www.facebook.com.,www.facebook.com",
    "роскомнадзор.test,xn--80aijjkgebfljd.test",
    "_dns.resolver.test,_dns.resolver.test"
  })
  void oneSpelling(String written, String expected) {
    assertEquals(expected, DomainName.of(written).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..b", "-\u0000.test", "http://x.test", "a b.test", "*.x.test"})
  void refusesWhatIsNoName(String written) {
    assertThrows(IllegalArgumentException.class, () -> DomainName.of(written));
    assertTrue(DomainName.tryOf(written).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 300})
  void refusesLongLabels(int length) {
    assertThrows(IllegalArgumentException.class, () -> DomainName.of("a".repeat(length) + ".test"));
  }

  @ParameterizedTest
  @CsvSource({
    "www.facebook.com,facebook.com,true",
    "facebook.com,facebook.com,true",
    "notfacebook.com,facebook.com,false",
    "com,facebook.com,false"
  })
  void within(String name, String ancestor, boolean expected) {
    assertEquals(expected, DomainName.of(name).isWithin(DomainName.of(ancestor)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WWW.Facebook.com", "www.facebook.com."})
  void viewKeepsWhatWasSeenButCase(String seen) {
    NameView view = NameView.of(seen);
    assertEquals(seen.toLowerCase(java.util.Locale.ROOT), view.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 400})
  void viewRefusesTooMuch(int octets) {
    NameView view = NameView.of("left.test");
    assertFalse(view.set(new byte[octets], 0, octets));
    assertTrue(view.isEmpty());
  }
}

package nadzor.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:nadzor",
        "jdbc:postgresql:///nadzor",
        "jdbc:postgresql://localhost/nadzor?user=u",
        "jdbc:postgresql://127.0.0.1:5432/nadzor",
        "jdbc:postgresql://127.8.9.10,localhost:5433/nadzor",
        "jdbc:postgresql://[::1]:5432/nadzor"
      })
  void thisMachineIsInside(String url) {
    assertDoesNotThrow(() -> PostgresHosts.checkLocal(url, url));
  }

  @ParameterizedTest
  @CsvSource({
    "//db.example.org/nadzor, db.example.org",
    "//192.0.2.1:5432/nadzor, 192.0.2.1",
    "//10.0.0.1/nadzor, 10.0.0.1",
    "//0.0.0.0/nadzor, 0.0.0.0",
    "//[2001:db8::1]:5432/nadzor, [2001:db8::1]",
    "'//localhost,db.example.org:5432/nadzor', db.example.org",
    "//localhost.example.org/nadzor, localhost.example.org",
    "//127.0.0.1.example.org/nadzor, 127.0.0.1.example.org",
    "//localhost/nadzor?PGHOST=db.example.org, db.example.org"
  })
  void anotherMachineIsRefusedBeforeAnythingConnects(String place, String host) {
    String url = "jdbc:postgresql:" + place + (place.contains("?") ? "&" : "?") + "password=secret";
    for (boolean writes : new boolean[] {true, false}) {
      StoreException refused =
          assertThrows(
              StoreException.class,
              () -> (writes ? JournalStore.open(url) : JournalSource.open(url)).close());
      assertEquals(Fault.REFUSED, refused.fault());
      assertTrue(
          refused.what().startsWith("host '" + host + "' is outside the fence"), refused.what());
      assertFalse(String.valueOf(refused.getMessage()).contains("secret"), refused.getMessage());
    }
  }
}

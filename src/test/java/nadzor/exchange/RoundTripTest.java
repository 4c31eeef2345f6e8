package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a format can hold it gives back octet by octet; our own holds everything of every one. */
class RoundTripTest {
  @ParameterizedTest
  @CsvSource({
    "register.xml, register-xml",
    "register.csv, register-csv",
    "policy.rpz, rpz",
    "hosts, hosts",
    "dnsmasq.conf, dnsmasq",
    "plain.txt, plain",
    "sites.csv, citizen-lab"
  })
  void readAndWrittenItIsTheSame(String file, String format) throws IOException {
    Path sample = Taken.LISTS.resolve(file);
    Format own = Format.of(format);
    Taken taken = Taken.of(sample, Reading.of(own).stopping());
    List<Remark> lost = new ArrayList<>();
    byte[] written = taken.written(own, lost);
    assertEquals(List.of(), lost);
    assertEquals(List.of(), taken.remarks);
    assertEquals(
        Files.readString(sample, java.nio.charset.StandardCharsets.ISO_8859_1),
        new String(written, java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "register.xml",
    "register.csv",
    "dirty.csv",
    "policy.rpz",
    "hosts",
    "dnsmasq.conf",
    "unbound.conf",
    "adblock.txt",
    "plain.txt",
    "sites.csv"
  })
  void ourOwnHoldsEverything(String file) throws IOException {
    Taken taken = Taken.of(Taken.LISTS.resolve(file), Reading.USUAL);
    byte[] written = taken.written(Format.JSON_LINES);
    Taken again = Taken.of(written, "again", Reading.USUAL.stopping());
    assertEquals(taken.items, again.items);
    assertEquals(taken.heading, again.heading);
    assertArrayEquals(written, again.written(Format.JSON_LINES));
  }
}

package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read from each sample: items with their places, repairs, refusals and losses. */
class GoldenTest {
  @ParameterizedTest
  @CsvSource({
    "register.xml, register-xml",
    "register.csv, register-csv",
    "dirty.csv, register-csv",
    "policy.rpz, rpz",
    "hosts, hosts",
    "dnsmasq.conf, dnsmasq",
    "unbound.conf, unbound",
    "adblock.txt, adblock",
    "plain.txt, plain",
    "sites.csv, citizen-lab"
  })
  void everySampleReadsAsItIsMeant(String file, String format) throws IOException {
    Path sample = Taken.LISTS.resolve(file);
    assertEquals(
        Format.of(format),
        Format.detect("list", Files.readAllBytes(sample)),
        "detected by content");
    String text = Taken.of(sample, Reading.of(Format.of(format))).text();
    Path golden = Taken.LISTS.resolve("golden/" + file + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertEquals(Files.readString(golden, StandardCharsets.UTF_8), text);
  }
}

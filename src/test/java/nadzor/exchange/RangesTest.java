package nadzor.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of several lengths that overlap, each told with the line of the other. */
class RangesTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8 10.1.0.0/16 10.1.2.0/24, 2:10.1.0.0/16>1 3:10.1.2.0/24>1",
    "10.1.2.0/24 10.1.0.0/16 10.0.0.0/8, 2:10.1.0.0/16>1 3:10.0.0.0/8>2",
    "10.1.0.0/16 10.2.0.0/16 10.1.128.0/17 10.2.0.1, 3:10.1.128.0/17>1 4:10.2.0.1/32>2",
    "10.0.0.0/9 10.128.0.0/9 10.0.0.0/8, 3:10.0.0.0/8>1",
    "10.1.0.0/16 10.1.0.0/16, 2:10.1.0.0/16>1",
    "10.1.0.0/16 10.3.0.0/16 10.2.0.0/15, 3:10.2.0.0/15>2",
    "10.1.0.0/16 2001:db8::/32 2001:db8:1::/48, 3:2001:db8:1:0:0:0:0:0/48>2",
    "10.1.0.1 10.1.0.0/24 10.1.0.1, 3:10.1.0.1/32>2",
    "10.1.0.0/24 10.1.1.0/24 10.1.2.0/23, ''"
  })
  void overlapsAreTold(String ranges, String expected) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String range : ranges.split(" ", -1)) {
      list.append(range).append(";;;;;\n");
    }
    Taken taken = Taken.of(list.toString(), Format.REGISTER_CSV);
    String told =
        taken.remarks.stream()
            .filter(remark -> remark.rule().equals(Fault.OVERLAP.word()))
            .map(RangesTest::shown)
            .collect(Collectors.joining(" "));
    assertEquals(expected, told);
  }

  private static String shown(Remark remark) {
    String found = remark.found();
    String range = found.substring(0, found.indexOf(','));
    return remark.at().line() + ":" + range + ">" + found.substring(found.lastIndexOf(' ') + 1);
  }
}

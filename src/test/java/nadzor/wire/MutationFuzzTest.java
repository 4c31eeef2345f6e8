package nadzor.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Valid inputs, changed at random under a fixed seed: no reader throws or claims what is not there.
 */
final class MutationFuzzTest {
  private static final int ROUNDS = 200_000;
  private static final long SEED = 20_220_304L;

  @FunctionalInterface
  interface Reader {
    Parsed<?> read(byte[] octets, int offset, int length);
  }

  static Stream<Arguments> readers() {
    byte[] ech = HelloBytes.extension(0xfe0d, new byte[] {0, 1, 2});
    byte[] http =
        "GET http://a.test:80/x HTTP/1.1\r\nHost: [2001:db8::1]:80\r\nAccept: */*\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    return Stream.of(
        Arguments.of(
            "hello",
            (Reader) ClientHelloParser::parse,
            HelloBytes.withExtensions(ech, HelloBytes.serverName(0, "www.facebook.com"))),
        Arguments.of("http", (Reader) HttpHeadParser::parse, http),
        Arguments.of("greeting", (Reader) Socks5Parser::greeting, hex("05020002")),
        Arguments.of(
            "socks5 name", (Reader) Socks5Parser::request, hex("0501000306612e746573740050")),
        Arguments.of("socks5 address", (Reader) Socks5Parser::request, hex("050100017f0a000101bb")),
        Arguments.of(
            "socks4", (Reader) Socks4Parser::request, hex("0401005000000001006d00612e7400")));
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readers")
  void neverThrows(String name, Reader reader, byte[] valid) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutated = mutate(valid, random);
      int offset = random.nextInt(Math.min(3, mutated.length) + 1);
      check(name, reader, mutated, offset, mutated.length - offset);
    }
  }

  private static void check(String name, Reader reader, byte[] octets, int offset, int length) {
    try {
      if (reader.read(octets, offset, length) instanceof Parsed.Complete<?> complete) {
        assertTrue(complete.consumed() > 0 && complete.consumed() <= length, name);
      }
    } catch (RuntimeException e) {
      fail(name + " threw on " + HexFormat.of().formatHex(octets) + " from " + offset, e);
    }
  }

  private static byte[] mutate(byte[] valid, Random random) {
    byte[] mutated = Arrays.copyOf(valid, valid.length + random.nextInt(4));
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(5)) {
        case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutated[at] = (byte) random.nextInt(256);
        case 2 -> mutated[at] = (byte) (random.nextBoolean() ? 0 : 0xff);
        case 3 -> mutated = Arrays.copyOf(mutated, 1 + random.nextInt(mutated.length));
        default -> {
          int from = random.nextInt(mutated.length);
          int count = random.nextInt(mutated.length - Math.max(at, from) + 1);
          System.arraycopy(mutated, from, mutated, at, count);
        }
      }
    }
    return mutated;
  }
}

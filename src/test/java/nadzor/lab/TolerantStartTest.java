package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.io.BaseEncoding;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Octets before a ClientHello, in hexadecimal. */
class TolerantStartTest {
  private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();

  /** The first octets of a record with a ClientHello, and one more. */
  private static final String HELLO = "1603010200010001fc0303aa";

  private static byte[] octets(String hex) {
    return HEX.decode(hex.replace(" ", "").toLowerCase(Locale.ROOT));
  }

  private static String passed(EmbeddedChannel channel) {
    StringBuilder text = new StringBuilder();
    for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
      byte[] octets = new byte[part.readableBytes()];
      part.readBytes(octets);
      part.release();
      text.append(HEX.encode(octets));
    }
    return text.toString();
  }

  /** Columns: what stands before, what passes. */
  @ParameterizedTest
  @CsvSource({
    "'',1603010200010001fc0303aa",
    "14 0303 0001 01,1603010200010001fc0303aa",
    "18 0301 0004 deadbeef,1603010200010001fc0303aa",
    "99 9999 ffff 00,1603010200010001fc0303aa",
    "16 1603 16 03 01 0000,1603010200010001fc0303aa",
    "16 0301 0010 02 00000c 0303,1603010200010001fc0303aa",
    "16,1603010200010001fc0303aa"
  })
  void whatStandsBeforeIsDropped(String before, String expected) {
    byte[] sent = octets(before + HELLO);
    for (int piece = 1; piece <= sent.length; piece++) {
      EmbeddedChannel channel = new EmbeddedChannel(new TolerantStart());
      for (int at = 0; at < sent.length; at += piece) {
        int length = Math.min(piece, sent.length - at);
        channel.writeInbound(Unpooled.copiedBuffer(sent, at, length));
      }
      assertEquals(expected, passed(channel), "in pieces of " + piece);
      channel.finishAndReleaseAll();
    }
  }

  /** A hello that is spread over records of one octet and more is one all the same. */
  @ParameterizedTest
  @CsvSource({"16030100010116", "1603010002010016", "160301000501000100 03"})
  void aHelloInSmallRecordsPasses(String hello) {
    EmbeddedChannel channel = new EmbeddedChannel(new TolerantStart());
    channel.writeInbound(Unpooled.copiedBuffer(octets("14030300 0101" + hello)));
    assertEquals(HEX.encode(octets(hello)), passed(channel));
    channel.finishAndReleaseAll();
  }

  @Test
  void afterTheHelloEverythingPasses() {
    EmbeddedChannel channel = new EmbeddedChannel(new TolerantStart());
    channel.writeInbound(Unpooled.copiedBuffer(octets(HELLO)));
    channel.writeInbound(Unpooled.copiedBuffer(octets("140303000101")));
    assertEquals(HELLO + "140303000101", passed(channel));
    channel.finishAndReleaseAll();
  }

  @Test
  void patienceEnds() {
    EmbeddedChannel channel = new EmbeddedChannel(new TolerantStart());
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[TolerantStart.MOST + 1]));
    assertFalse(channel.isActive());
    assertEquals("", passed(channel));
    channel.finishAndReleaseAll();
  }
}

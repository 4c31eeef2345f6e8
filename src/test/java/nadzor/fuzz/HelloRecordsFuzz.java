package nadzor.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadzor.flow.ClientHello;
import nadzor.wire.ClientHelloParser;
import nadzor.wire.HelloAssembler;
import nadzor.wire.HelloAssembler.Before;
import nadzor.wire.Parsed;

/** A ClientHello over segments and records. */
public final class HelloRecordsFuzz {
  private HelloRecordsFuzz() {}

  /** Jazzer's entry. */
  public static void fuzzerTestOneInput(byte[] data) {
    for (Before before : Before.values()) {
      Promises.hold(
          (octets, at, length) -> new HelloAssembler(before).add(octets, at, length), data);
      String atOnce = new HelloAssembler(before).add(data, 0, data.length).toString();
      for (int size : new int[] {1, 2, 5, 64}) {
        assertEquals(atOnce, inPieces(before, data, size).toString(), () -> "pieces of " + size);
      }
    }
    Parsed<ClientHello> single = ClientHelloParser.parse(data, 0, data.length);
    if (single instanceof Parsed.Complete<ClientHello> complete) {
      Parsed<ClientHello> other = new HelloAssembler(Before.NOTHING).add(data, 0, data.length);
      ClientHello same = ((Parsed.Complete<ClientHello>) other).value();
      assertEquals(complete.value().toString(), same.toString(), "two readers of one record");
    }
  }

  private static Parsed<ClientHello> inPieces(Before before, byte[] data, int size) {
    HelloAssembler assembler = new HelloAssembler(before);
    Parsed<ClientHello> last = assembler.add(data, 0, 0);
    for (int at = 0; at < data.length; at += size) {
      last = assembler.add(data, at, Math.min(size, data.length - at));
    }
    return last;
  }
}

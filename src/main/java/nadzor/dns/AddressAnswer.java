package nadzor.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import nadzor.flow.Addresses;

/**
 * What one answer to a stub says: the addresses of its answer section (a resolver sends the whole
 * chain of CNAMEs, so owners are not looked at), or why there are none. Immutable.
 */
record AddressAnswer(
    List<InetAddress> addresses, Lookup.Failure failure, OptionalInt extendedError) {
  /** Nothing came. */
  static final AddressAnswer NONE =
      new AddressAnswer(List.of(), Lookup.Failure.TIMEOUT, OptionalInt.empty());

  /** Reads a message. */
  static AddressAnswer of(byte[] message) {
    List<InetAddress> addresses = new ArrayList<>();
    OptionalInt error = OptionalInt.empty();
    RecordCursor cursor = new RecordCursor(message);
    while (cursor.next()) {
      if (cursor.type() == Dns.OPT) {
        error = extendedError(cursor.data());
      } else if (isAddress(cursor)) {
        addresses.add(Addresses.ofOctets(cursor.data()));
      }
    }
    int rcode = cursor.isBroken() ? Dns.SERVFAIL : Dns.u16(message, 2) & Dns.RCODE;
    List<InetAddress> usable = rcode == Dns.NOERROR ? addresses : List.of();
    return new AddressAnswer(Collections.unmodifiableList(usable), failureOf(rcode), error);
  }

  private static boolean isAddress(RecordCursor cursor) {
    boolean v4 = cursor.type() == Dns.A && cursor.dataLength() == 4;
    boolean v6 = cursor.type() == Dns.AAAA && cursor.dataLength() == 16;
    return cursor.section() == RecordCursor.Section.ANSWER
        && cursor.recordClass() == Dns.CLASS_IN
        && (v4 || v6);
  }

  private static Lookup.Failure failureOf(int rcode) {
    return switch (rcode) {
      case Dns.NOERROR -> Lookup.Failure.NODATA;
      case Dns.NXDOMAIN -> Lookup.Failure.NXDOMAIN;
      case Dns.REFUSED -> Lookup.Failure.REFUSED;
      default -> Lookup.Failure.SERVFAIL;
    };
  }

  private static OptionalInt extendedError(byte[] options) {
    int at = 0;
    while (at + 6 <= options.length) {
      if (Dns.u16(options, at) == Dns.OPTION_EDE && Dns.u16(options, at + 2) >= 2) {
        return OptionalInt.of(Dns.u16(options, at + 4));
      }
      at += 4 + Dns.u16(options, at + 2);
    }
    return OptionalInt.empty();
  }
}

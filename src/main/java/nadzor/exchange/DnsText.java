package nadzor.exchange;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.InvalidTTLException;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TTL;
import org.xbill.DNS.Type;

/** Records in their text form (RFC 1035 section 5.1). */
final class DnsText {
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

  private DnsText() {}

  /** A record without its owner, as {@code A 192.0.2.1}, in the library's spelling. */
  record Data(OptionalLong ttl, String text) {}

  /** Reads {@code [ttl] [class] type data}; empty where it is none. */
  static Optional<Data> data(String written) {
    Words words = new Words(written);
    OptionalLong ttl = OptionalLong.empty();
    boolean more = words.next();
    while (more) {
      String word = words.word().toUpperCase(Locale.ROOT);
      OptionalLong seconds = ttl(word);
      if (seconds.isPresent()) {
        ttl = seconds;
      } else if (!word.equals("IN")) {
        OptionalLong found = ttl;
        return record(word, words.rest()).map(text -> new Data(found, text));
      }
      more = words.next();
    }
    return Optional.empty();
  }

  /** A time to live: seconds, or with units as {@code 1h30m}. */
  static OptionalLong ttl(String word) {
    if (word.isEmpty() || !DIGIT.matches(word.charAt(0))) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(TTL.parse(word, true));
    } catch (NumberFormatException | InvalidTTLException e) {
      return OptionalLong.empty();
    }
  }

  private static Optional<String> record(String type, String data) {
    return parse(type, data, Name.root).map(DnsText::text);
  }

  /** A record of that type; names in it are relative to an origin. */
  static Optional<Record> parse(String type, String data, Name origin) {
    int code = Type.value(type);
    if (code < 0 || data.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Record.fromString(Name.root, code, DClass.IN, 0, data, origin));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The type and data of a record. */
  static String text(Record record) {
    return Type.string(record.getType()) + " " + value(record);
  }

  /** The data of a record, an address in its shortest spelling. */
  static String value(Record record) {
    return record instanceof AAAARecord six
        ? InetAddresses.toAddrString(six.getAddress())
        : record.rdataToString();
  }
}

package nadzor.impact.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nadzor.wire.DnsQuery;
import nadzor.wire.DnsQuestionParser;
import nadzor.wire.DnsReading;

/**
 * dnstap (dnstap.info, dnstap.proto) in Frame Streams (farsightsec/fstrm): the queries of clients
 * and to authorities; what a resolver asks others is about the same questions again.
 */
final class DnstapReader implements TrafficReader {
  static final int START = 2;
  static final int STOP = 3;
  private static final int FINISH = 5;
  private static final int LONGEST_CONTROL = 512;
  private static final int LONGEST_FRAME = 1 << 18;
  private static final byte[] CONTENT =
      "protobuf:dnstap.Dnstap".getBytes(StandardCharsets.US_ASCII);

  private static final int OUTER_MESSAGE = 14;
  private static final int TYPE = 1;
  private static final int QUERY_ADDRESS = 4;
  private static final int QUERY_SECONDS = 8;
  private static final int QUERY_NANOS = 9;
  private static final int QUERY_MESSAGE = 10;
  private static final long NO_TIME = -1;
  private static final int AUTH_QUERY = 1;
  private static final int CLIENT_QUERY = 5;

  @Override
  public void read(InputStream in, Intake intake) throws IOException {
    Octets octets = new Octets(in);
    byte[] frame = new byte[LONGEST_FRAME];
    if (octets.atEnd() || octets.first() != 0 || control(octets, intake, 1) != START) {
      throw intake.broken(1, "another beginning", "a START frame of Frame Streams");
    }
    DnsQuery query = new DnsQuery();
    for (long number = 1; !octets.atEnd(); number++) {
      long length = octets.first();
      if (length == 0) {
        int control = control(octets, intake, number);
        if (control == STOP || control == FINISH) {
          return;
        }
      } else if (length > LONGEST_FRAME) {
        throw intake.broken(number, "a frame of " + length + " octets", "at most " + LONGEST_FRAME);
      } else {
        octets.fill(frame, (int) length);
        frame(frame, (int) length, query, intake, number);
      }
    }
    throw new java.io.EOFException("without a STOP frame");
  }

  private static int control(Octets octets, Intake intake, long number) throws IOException {
    long length = octets.u32();
    if (length < 4 || length > LONGEST_CONTROL) {
      throw intake.broken(number, "a control frame of " + length + " octets", "4 to 512");
    }
    byte[] body = new byte[(int) length];
    octets.fill(body, body.length);
    int type = (int) octets.number(body, 0, 4);
    if (type == START && !holds(body, CONTENT)) {
      throw intake.broken(number, "another content type", "protobuf:dnstap.Dnstap");
    }
    return type;
  }

  private static boolean holds(byte[] body, byte[] wanted) {
    return new String(body, StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  private static void frame(byte[] frame, int length, DnsQuery query, Intake intake, long number)
      throws IOException {
    ProtoFields outer = new ProtoFields(frame, 0, length);
    int from = 0;
    int count = 0;
    while (outer.next()) {
      if (outer.field() == OUTER_MESSAGE && outer.isStretch()) {
        from = outer.start();
        count = (int) outer.value();
      }
    }
    if (outer.isBroken()) {
      intake.skip(Skip.ROW, number);
    } else {
      message(frame, new ProtoFields(frame, from, count), query, intake, number);
    }
  }

  private static void message(
      byte[] frame, ProtoFields fields, DnsQuery query, Intake intake, long number)
      throws IOException {
    long type = 0;
    long seconds = NO_TIME;
    long nanos = 0;
    byte[] client = {};
    int from = 0;
    int count = 0;
    while (fields.next()) {
      if (fields.field() == TYPE) {
        type = fields.value();
      } else if (fields.field() == QUERY_SECONDS) {
        seconds = fields.value();
      } else if (fields.field() == QUERY_NANOS) {
        nanos = fields.value();
      } else if (fields.isStretch() && fields.field() == QUERY_ADDRESS) {
        client = Arrays.copyOfRange(frame, fields.start(), fields.start() + (int) fields.value());
      } else if (fields.isStretch() && fields.field() == QUERY_MESSAGE) {
        from = fields.start();
        count = (int) fields.value();
      }
    }
    if (fields.isBroken() || (client.length != 0 && client.length != 4 && client.length != 16)) {
      intake.skip(Skip.ROW, number);
    } else if (type != CLIENT_QUERY && type != AUTH_QUERY) {
      intake.skip(Skip.NO_QUESTION, number);
    } else if (DnsQuestionParser.parse(frame, from, count, query) == DnsReading.QUESTION) {
      String name = query.question().name().toString();
      Stamp when = seconds == NO_TIME ? Stamp.NONE : intake.times().of(seconds, nanos);
      intake.question(name, query.question().type(), client, when, number);
    } else {
      intake.skip(Skip.ROW, number);
    }
  }
}

package nadzor.censor;

import java.util.Optional;
import java.util.function.Predicate;
import nadzor.flow.ClientHello;
import nadzor.flow.HttpHead;
import nadzor.flow.Opaque;
import nadzor.flow.Sighting;
import nadzor.wire.ClientHelloParser;
import nadzor.wire.FirstWords;
import nadzor.wire.HelloAssembler;
import nadzor.wire.HttpHeadParser;
import nadzor.wire.Parsed;

/**
 * Turns the segments of one direction into sightings, as far as a profile's policy goes. How the
 * throttler of 2021 looked at segments is the model of it (Censored Planet, "Throttling of Twitter
 * in Russia", 2021): the first one decides; a TLS record, an HTTP request or a SOCKS greeting that
 * is no trigger earns the flow some more looks; a long unreadable one ends them. Not thread-safe.
 */
final class StreamInspection {
  private final InspectionPolicy policy;
  private final Gathering gathering = new Gathering();
  private Optional<HelloAssembler> records = Optional.empty();
  private int assembled;
  private int left;
  private boolean recognised;
  private boolean http;
  private boolean over;
  private boolean givenUp;

  StreamInspection(InspectionPolicy policy) {
    this.policy = policy;
    left = policy.more();
  }

  /** Whether nothing that comes will be read any more. */
  boolean isOver() {
    return over;
  }

  /** Whether octets that nobody can read have ended it, and that for both directions. */
  boolean hasGivenUp() {
    return givenUp;
  }

  void stop() {
    over = true;
    gathering.clear();
    records = Optional.empty();
  }

  /**
   * Reads one segment.
   *
   * @param sink told each sighting that the segment completes; true ends the reading for good
   */
  void read(byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    if (length == 0 || over) {
      return;
    }
    if (records.isPresent()) {
      assemble(records.get(), bytes, offset, length, sink);
    } else if (gathering.isEmpty()) {
      parse(bytes, offset, length, sink);
    } else {
      gathering.add(bytes, offset, length);
      parse(gathering.octets(), 0, gathering.length(), sink);
    }
  }

  private void parse(byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    switch (FirstWords.of(bytes, offset, length)) {
      case TLS_RECORD -> tls(bytes, offset, length, sink);
      case HTTP -> http(bytes, offset, length, sink);
      case SOCKS -> greeting(length, sink);
      case UNKNOWN -> unclear(bytes, offset, length, sink);
    }
  }

  private void tls(byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    if (policy.reassembly() == InspectionPolicy.Reassembly.SEGMENTS_AND_RECORDS) {
      assembled = 0;
      HelloAssembler.Before before =
          policy.toleratesRecords()
              ? HelloAssembler.Before.OTHER_RECORDS
              : HelloAssembler.Before.NOTHING;
      assemble(new HelloAssembler(before), bytes, offset, length, sink);
      gathering.clear();
      return;
    }
    Parsed<ClientHello> parsed = ClientHelloParser.parse(bytes, offset, length);
    if (policy.reassembly() == InspectionPolicy.Reassembly.SEGMENTS_OR_RECORDS
        && parsed instanceof Parsed.NotThis
        && gathering.isEmpty()) {
      hello(new HelloAssembler(HelloAssembler.Before.NOTHING).add(bytes, offset, length), sink);
    } else if (parsed instanceof Parsed.NeedMore) {
      unfinished(bytes, offset, length, sink);
    } else {
      hello(parsed, sink);
    }
  }

  private void assemble(
      HelloAssembler assembler, byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    Parsed<ClientHello> parsed = assembler.add(bytes, offset, length);
    assembled += length;
    records = Optional.empty();
    if (!(parsed instanceof Parsed.NeedMore)) {
      hello(parsed, sink);
    } else if (assembled > policy.limitOctets()) {
      opaque(assembled, sink);
    } else {
      records = Optional.of(assembler);
    }
  }

  private void hello(Parsed<ClientHello> parsed, Predicate<Sighting> sink) {
    gathering.clear();
    if (parsed instanceof Parsed.Complete<ClientHello> complete && sink.test(complete.value())) {
      stop();
    } else {
      harmless();
    }
  }

  /** Heads one after the other, as far as they lie in these octets. */
  private void http(byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    int at = 0;
    while (at < length && !over) {
      Parsed<HttpHead> parsed = HttpHeadParser.parse(bytes, offset + at, length - at);
      if (!(parsed instanceof Parsed.Complete<HttpHead> complete)) {
        afterHeads(parsed, bytes, offset + at, length - at, sink);
        return;
      }
      at += complete.consumed();
      http = true;
      if (sink.test(complete.value())) {
        stop();
      } else if (!policy.everyRequest()) {
        at = length;
        harmless();
      }
    }
    gathering.clear();
  }

  private void afterHeads(
      Parsed<HttpHead> parsed, byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    if (parsed instanceof Parsed.NeedMore) {
      unfinished(bytes, offset, length, sink);
    } else {
      unknown(length, sink);
    }
  }

  /** Too few octets to say, or none of the protocols that are read. */
  private void unclear(byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    boolean mayBecome =
        ClientHelloParser.parse(bytes, offset, length) instanceof Parsed.NeedMore
            || HttpHeadParser.parse(bytes, offset, length) instanceof Parsed.NeedMore;
    if (mayBecome && policy.reassembly() != InspectionPolicy.Reassembly.NONE) {
      unfinished(bytes, offset, length, sink);
    } else {
      unknown(length, sink);
    }
  }

  private void unfinished(byte[] bytes, int offset, int length, Predicate<Sighting> sink) {
    if (policy.reassembly() == InspectionPolicy.Reassembly.NONE) {
      harmless();
    } else if (length > policy.limitOctets()) {
      opaque(length, sink);
    } else {
      gathering.keep(bytes, offset, length);
    }
  }

  /** Known, and no trigger: the first such segment earns more looks, each later one uses one up. */
  private void harmless() {
    gathering.clear();
    if (http && policy.everyRequest()) {
      return;
    }
    left -= recognised ? 1 : 0;
    recognised = true;
    if (left <= 0) {
      stop();
    }
  }

  /** In an HTTP flow it is a body; else a short one is passed over and a long one ends it all. */
  private void unknown(int length, Predicate<Sighting> sink) {
    gathering.clear();
    if (http && policy.everyRequest()) {
      return;
    }
    if (length >= policy.giveUpOctets()) {
      opaque(length, sink);
    } else if (recognised) {
      harmless();
    }
  }

  /**
   * The throttler of 2021 knew a SOCKS greeting and looked on; a filter that lets HTTP and TLS
   * alone pass takes it for what it cannot read.
   */
  private void greeting(int length, Predicate<Sighting> sink) {
    if (length >= policy.giveUpOctets() && sink.test(new Opaque(length))) {
      givenUp = true;
      stop();
    } else {
      harmless();
    }
  }

  private void opaque(int length, Predicate<Sighting> sink) {
    boolean unused = sink.test(new Opaque(length)); // the reading ends in either case
    givenUp = true;
    stop();
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Writes down what an entry says beside its id and when it happened, if it is of a kind of which
 * there are many; {@link Unpacking} reads it. Used by one thread.
 */
final class Packing {
  private final PackWriter out;

  Packing(PackWriter out) {
    this.out = out;
  }

  /** Whether the entry could be written. */
  boolean write(Entry entry) {
    if (entry instanceof Violation one) {
      violation(one);
    } else if (entry instanceof Decision one) {
      return decision(one);
    } else if (entry instanceof Demand one) {
      demand(one);
    } else if (entry instanceof Lifting one) {
      out.word(one.by());
      out.word(one.why());
    } else if (entry instanceof Retraction one) {
      out.word(one.why());
    } else {
      return false;
    }
    return true;
  }

  private void violation(Violation one) {
    out.word(one.platformId());
    out.word(one.breach());
    out.word(one.legalBasis());
    out.text(one.description());
    out.word(one.source());
    out.octet(one.reconstructed() ? 1 : 0);
  }

  private void demand(Demand one) {
    out.word(one.caseId());
    out.word(one.by());
    out.word(one.what());
    out.optional(one.until(), end -> out.instant(one.madeAt(), end));
  }

  /** What policy came to has long lists, and is rare. */
  private boolean decision(Decision one) {
    boolean held = out.value(one.order()) && out.value(one.mark());
    out.word(one.caseId());
    out.word(one.authority());
    grounds(one.grounds());
    out.optional(one.agreedWith(), out::word);
    times(one.timetable());
    out.optional(one.supersedes(), out::text);
    return held && one.because().isEmpty();
  }

  private void grounds(Grounds grounds) {
    out.word(grounds.announcedLaw());
    out.word(grounds.registerLaw());
    out.optional(grounds.number(), out::text);
    out.optional(grounds.announcedDate(), date -> out.signed(date.toEpochDay()));
    out.optional(grounds.registerDate(), date -> out.signed(date.toEpochDay()));
  }

  private void times(Timetable times) {
    Instant proposed = times.proposedAt();
    out.instant(proposed, times.takenAt());
    out.instant(proposed, times.announcedAt());
    out.instant(proposed, times.inForceFrom());
    out.optional(times.until(), end -> out.instant(proposed, end));
    Optional<String> transition = times.transition();
    out.optional(transition, out::word);
  }
}

package nadzor.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps one of many equal values, as laws, authorities and kinds come again in most records. Holds
 * a bounded number of short ones. Not thread-safe.
 */
final class Pool {
  private static final int MOST = 200_000;
  private static final int LONGEST = 200;

  private final Map<Object, Object> held = new HashMap<>();

  /** The value itself, or an equal one that was seen before. */
  // What is held under a value is equal to it, and so of its class: all are final classes.
  @SuppressWarnings("unchecked")
  <T> T same(T value) {
    Object known = held.get(value);
    if (known != null) {
      return (T) known;
    }
    if (held.size() < MOST) {
      held.put(value, value);
    }
    return value;
  }

  /** The same for a text, unless it is long. */
  String same(String text) {
    return text.length() > LONGEST ? text : this.<Object>same((Object) text).toString();
  }

  /** An entry equal to this one that shares what comes again. */
  Entry shared(Entry entry) {
    if (entry instanceof Violation violation) {
      return shared(violation);
    }
    return entry instanceof Decision decision ? shared(decision) : small(entry);
  }

  /**
   * One whose texts are the pool's already, as a store that shares them gives it, is not copied.
   */
  // Whether they are the same objects is the question.
  @SuppressWarnings("ReferenceEquality")
  private Violation shared(Violation one) {
    String platform = same(one.platformId());
    String breach = same(one.breach());
    String basis = same(one.legalBasis());
    String source = same(one.source());
    boolean all =
        platform == one.platformId()
            && breach == one.breach()
            && basis == one.legalBasis()
            && source == one.source();
    return all
        ? one
        : new Violation(
            one.id(),
            platform,
            one.at(),
            breach,
            basis,
            one.description(),
            source,
            one.reconstructed());
  }

  private Decision shared(Decision one) {
    return new Decision(
        one.id(),
        same(one.caseId()),
        same(one.authority()),
        optional(one.agreedWith()),
        same(one.grounds()),
        same(one.order()),
        shared(one.timetable()),
        same(one.mark()),
        one.supersedes(),
        one.because());
  }

  private static Timetable shared(Timetable times) {
    Instant proposed = times.proposedAt();
    Instant taken = one(times.takenAt(), proposed);
    Instant announced = one(times.announcedAt(), taken);
    return new Timetable(
        proposed,
        taken,
        announced,
        one(times.inForceFrom(), announced),
        times.until(),
        times.transition());
  }

  private static Instant one(Instant value, Instant other) {
    return value.equals(other) ? other : value;
  }

  private Optional<String> optional(Optional<String> text) {
    return text.isPresent() ? same(text) : text;
  }

  private Entry small(Entry entry) {
    if (entry instanceof Demand one) {
      return new Demand(
          one.id(),
          same(one.caseId()),
          same(one.by()),
          same(one.what()),
          one.madeAt(),
          one.until());
    }
    if (entry instanceof Lifting one) {
      return new Lifting(one.decisionId(), same(one.by()), same(one.why()), one.liftedAt());
    }
    if (entry instanceof CaseFile one) {
      return new CaseFile(one.id(), one.subject(), same(one.authority()), one.opened());
    }
    return entry;
  }
}

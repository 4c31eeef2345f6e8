package nadzor.impact;

import nadzor.blocklist.Reason;

/** Tells the platform behind a reason, for who knows the register. Pure. */
@FunctionalInterface
public interface Naming {
  /** The case of a decision, the file of a list. */
  Naming PLAIN = Naming::plain;

  /** The platform's name. */
  String platform(Reason reason);

  private static String plain(Reason reason) {
    return reason instanceof Reason.OfDecision taken ? taken.caseFile() : source(reason);
  }

  /** The decision, or the list. */
  static String source(Reason reason) {
    return reason instanceof Reason.OfList listed ? listed.file() : reason.label();
  }
}

package nadzor.exchange;

import java.util.Locale;

/** What a list itself prescribes for an item. */
public enum Act {
  /** Restricted, in whatever way is customary where the list is used. */
  LISTED,
  /** To be slowed down. */
  THROTTLE,
  /** Left alone: an exception. */
  PASS,
  /** The answer that there is no such name. */
  NXDOMAIN,
  /** The answer that there are no such records. */
  NODATA,
  /** A refusal. */
  REFUSED,
  /** No answer at all. */
  DROP,
  /** A truncated answer over UDP. */
  TCP_ONLY,
  /** Records of the list's own. */
  LOCAL_DATA,
  /** Nothing: it stands beside what is ordered, as a register's addresses do. */
  BESIDE,
  /** Nothing: a site to be measured. */
  MEASURE;

  /** The word in files, as {@code tcp-only}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it restricts. */
  public boolean restricts() {
    return this != PASS && this != BESIDE && this != MEASURE;
  }
}

package nadzor.exchange;

import java.util.Locale;

/** What a format, or this house, cannot hold. */
public enum Loss {
  /** Names by a text within them. */
  TEXT_MASK,
  /** The names below a name without itself, or with it. */
  SUBDOMAINS,
  /** Names alone. */
  NAMES,
  /** Addresses. */
  ADDRESSES,
  /** Ranges of addresses. */
  RANGES,
  /** Ports of addresses. */
  PORTS,
  /** URLs: only the whole host could be named. */
  URLS,
  /** The address of who asks, or of a server of names. */
  RPZ_TRIGGERS,
  /** Exceptions. */
  EXCEPTION,
  /** The action that a list prescribes. */
  ACTION,
  /** A measure short of a block. */
  THROTTLE,
  /** Times to live. */
  TTL,
  /** Id, dates, number and authority of a decision. */
  DECISION,
  /** Category, source and notes of a site to be measured. */
  SITE,
  /**
   * A site to be measured, or a value beside the listed ones, where all that is listed is ordered.
   */
  NOT_ORDERED,
  /** Rules on what a page looks like. */
  COSMETIC,
  /** Rules that are regular expressions. */
  PATTERN,
  /** Rules that do nothing, since another one of the list goes before them. */
  OVERRIDDEN,
  /** Modifiers of a rule. */
  MODIFIER,
  /** Settings that are no entries of a list. */
  SETTING;

  /** The word in reports, as {@code text-mask}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

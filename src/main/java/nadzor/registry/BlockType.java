package nadzor.registry;

import java.util.Locale;

/** How a register entry is meant, as the register's {@code blockType} has it. */
public enum BlockType {
  /** By URL; the whole host where a URL is https. */
  DEFAULT,
  /** By domain. */
  DOMAIN,
  /** By all domains below one. */
  DOMAIN_MASK,
  /** By address. */
  IP;

  /** The word in the register, as {@code domain-mask}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

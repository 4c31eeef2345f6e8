package nadzor.registry;

import java.util.Locale;

/** What a platform uses a resource for. */
public enum Role {
  /** What a person visits. */
  FRONT,
  /** Where images and videos come from. */
  CDN,
  /** What its programs talk to. */
  API;

  /** The word in files, as {@code cdn}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

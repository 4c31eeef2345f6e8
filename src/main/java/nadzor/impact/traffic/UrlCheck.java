package nadzor.impact.traffic;

import java.util.Locale;

/** Whether a URL of a log can be judged. */
public final class UrlCheck {
  private UrlCheck() {}

  /**
   * Whether it is empty, or one of http or https whose host is this name, with or without a port.
   */
  public static boolean fits(String url, String name) {
    if (url.isEmpty()) {
      return true;
    }
    String lower = url.toLowerCase(Locale.ROOT);
    int start = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
    if (start == 0 || !lower.startsWith(name, start)) {
      return false;
    }
    int end = start + name.length();
    return end == lower.length() || "/:?#".indexOf(lower.charAt(end)) >= 0;
  }
}

package nadzor.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears all that the pages of a context complain of: errors and warnings on the console, what a
 * script throws, what the content security policy forbids. An answer that refuses (4xx) is noted
 * apart: a test that provokes one says so. Used by one thread.
 */
final class Watch {
  private static final Set<String> HEARD = Set.of("error", "warning");
  private static final Pattern REFUSED =
      Pattern.compile("Failed to load resource: the server responded with a status of (4\\d\\d).*");

  private final List<String> complaints = new ArrayList<>();
  private final List<Integer> refusals = new ArrayList<>();

  private Watch() {}

  /** Listens from before the first page on. */
  static Watch over(BrowserContext context) {
    Watch watch = new Watch();
    context.onConsoleMessage(watch::hear);
    context.onWebError(error -> watch.complaints.add(error.error()));
    context.onDialog(
        dialog -> {
          watch.complaints.add("a script opened a dialog: " + dialog.message());
          dialog.dismiss();
        });
    context.addInitScript(
        "document.addEventListener('securitypolicyviolation', (e) => console.error("
            + "`forbidden by ${e.effectiveDirective}: ${e.blockedURI} ${e.sample}`));");
    return watch;
  }

  private void hear(ConsoleMessage message) {
    Matcher refused = REFUSED.matcher(message.text());
    if (refused.matches()) {
      refusals.add(Integer.parseInt(refused.group(1)));
    } else if (HEARD.contains(message.type())) {
      complaints.add(message.text());
    }
  }

  @Override
  public String toString() {
    return "complaints " + complaints + ", refusals " + refusals;
  }

  /** Nothing was complained of, and the server refused just this. */
  void assertRefused(Integer... statuses) {
    assertEquals(List.of(), complaints);
    assertEquals(List.of(statuses), refusals);
    refusals.clear();
  }
}

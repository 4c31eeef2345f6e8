package nadzor.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who lives in a network, with a browser that runs all the time. Used by one thread. */
record Tenant(Browser browser) implements AutoCloseable {
  private static final Pattern FAILURE = Pattern.compile("net::(ERR_[A-Z_]+)");

  /** Opens a URL in a new window: its main heading, or Chromium's word for what failed. */
  String opens(String url) {
    try (BrowserContext window = browser.newContext()) {
      return opened(window.newPage(), url);
    }
  }

  private static String opened(Page page, String url) {
    try {
      page.navigate(url);
    } catch (PlaywrightException e) {
      Matcher failure = FAILURE.matcher(String.valueOf(e.getMessage()));
      if (failure.find()) {
        return failure.group(1);
      }
      throw e;
    }
    return page.locator("h1").first().textContent();
  }

  /** Does something while a URL is being loaded. */
  void loads(String url, Runnable act) {
    try (BrowserContext window = browser.newContext()) {
      window
          .newPage()
          .navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      act.run();
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}

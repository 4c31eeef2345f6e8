package nadzor.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** One person before the dashboard: a browser context of its own. Used by one thread. */
record Desk(BrowserContext context, Page page, Watch watch) implements AutoCloseable {
  private static final Path SHOTS = Path.of("target", "screenshots");

  /** Opens a page of the dashboard and waits until it is built. */
  Desk open(String path) {
    page.navigate("/" + path);
    return ready();
  }

  /** Waits until the page is built and follows the laboratory. */
  Desk ready() {
    page.waitForSelector("#page[data-ready]");
    return this;
  }

  Locator form(String name) {
    return page.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** A button or the head of a part that opens. */
  Locator text(String text) {
    return page.getByText(text, new Page.GetByTextOptions().setExact(true));
  }

  static Locator press(Locator within, String name) {
    return within.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator field(Locator within, String label) {
    return within.getByLabel(label);
  }

  /** Waits until the form says that it is recorded. */
  static void assertRecorded(Locator form) {
    assertThat(form.getByText("✓ Recorded.")).isVisible();
  }

  /** A picture of the whole page for README. */
  void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /** A picture of what is seen without scrolling. */
  void view(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  /** Closes it; nothing may have been complained of. */
  @Override
  public void close() {
    context.close();
  }
}

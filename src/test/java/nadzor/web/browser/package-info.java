/**
 * The dashboard as a person meets it: the system's Chromium, steered by Playwright, before a
 * running office. Tests only. They wait for what the page shows, never for time to pass.
 */
@NullMarked
package nadzor.web.browser;

import org.jspecify.annotations.NullMarked;

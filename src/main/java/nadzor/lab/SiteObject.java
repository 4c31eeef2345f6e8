package nadzor.lab;

import java.util.regex.Pattern;

/**
 * An object that a site serves besides its page. Immutable.
 *
 * @param path such as {@code /object.png}; letters, digits and {@code / . _ -} only
 * @param size in octets, exactly; up to 16 MiB, at least 100 for an image
 * @param contentType {@code image/png} (a valid picture of that size), {@code text/plain} or {@code
 *     application/octet-stream}
 */
public record SiteObject(String path, int size, String contentType) {
  /** The type of pictures. */
  public static final String PNG = "image/png";

  private static final int MAX_SIZE = 1 << 24;
  private static final int MIN_IMAGE = 100;
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+)+");
  private static final Pattern TYPE = Pattern.compile("text/plain|application/octet-stream");

  /** Checks all three. */
  public SiteObject {
    if (!PATH.matcher(path).matches() || path.equals("/favicon.ico")) {
      throw new IllegalArgumentException(
          "object path: found '" + path + "', expected one such as /object.png");
    }
    if (!contentType.equals(PNG) && !TYPE.matcher(contentType).matches()) {
      throw new IllegalArgumentException(
          "content type of %s: found '%s', expected image/png, text/plain or application/octet-stream"
              .formatted(path, contentType));
    }
    int least = contentType.equals(PNG) ? MIN_IMAGE : 0;
    if (size < least || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "size of %s: found %d, expected %d to %d octets".formatted(path, size, least, MAX_SIZE));
    }
  }

  /** Whether a browser can show it. */
  public boolean isImage() {
    return contentType.equals(PNG);
  }
}

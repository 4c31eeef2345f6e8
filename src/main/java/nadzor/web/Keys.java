package nadzor.web;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Who may write: whoever has the token, or a browser that came by a one-time link. Thread-safe;
 * secrets are compared in constant time.
 */
final class Keys {
  private static final int OCTETS = 32;
  private static final Duration LINK = Duration.ofHours(12);
  private static final Duration SESSION = Duration.ofHours(12);
  private static final int MOST = 1_000;

  private final SecureRandom random = new SecureRandom();
  private final String token;
  private final Cache<String, String> links =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(LINK).build();

  /** By the cookie's value, the CSRF token that belongs to it. */
  private final Cache<String, String> sessions =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterAccess(SESSION).build();

  Keys(String token) {
    this.token = token;
  }

  /** A secret that nobody guesses. */
  static String secret() {
    return fresh(new SecureRandom());
  }

  private static String fresh(SecureRandom random) {
    byte[] octets = new byte[OCTETS];
    random.nextBytes(octets);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  boolean isToken(String given) {
    return same(token, given);
  }

  /** The key of a link that can be used once. */
  String link() {
    String key = fresh(random);
    links.put(key, key);
    return key;
  }

  /** The cookie's value, for a link's key that was not used yet. */
  Optional<String> enter(String key) {
    return Optional.ofNullable(links.asMap().remove(key)).map(used -> session());
  }

  private String session() {
    String cookie = fresh(random);
    sessions.put(cookie, fresh(random));
    return cookie;
  }

  /** The CSRF token of a session. */
  Optional<String> csrf(String cookie) {
    return Optional.ofNullable(sessions.getIfPresent(cookie));
  }

  void leave(String cookie) {
    sessions.invalidate(cookie);
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}

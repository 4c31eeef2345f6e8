package nadzor.registry;

import com.google.common.collect.Lists;
import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import nadzor.blocklist.AddressMatcher;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.NameMatcher;
import nadzor.blocklist.UrlMatcher;
import nadzor.flow.AddressRange;
import org.jspecify.annotations.Nullable;

/**
 * Which platforms ever had a resource that may reach a name, address or URL. Whether a platform has
 * it at an instant is for the reader to check, as cards are corrected. A look-up takes a step for
 * each label, prefix length in use and length of URL prefix in use; platforms with masks (text
 * within names) are always among the answers. One writer, many readers.
 */
final class ResourceIndex {
  private final Map<String, List<String>> byName = new ConcurrentHashMap<>();
  private final Map<AddressRange, List<String>> byAddress = new ConcurrentHashMap<>();
  private final Map<String, List<String>> byUrl = new ConcurrentHashMap<>();
  private final Set<Integer> prefixes = new ConcurrentSkipListSet<>();
  private final Set<Integer> pathLengths = new ConcurrentSkipListSet<>();
  private final Set<String> masked = ConcurrentHashMap.newKeySet();

  /** What else there may be. */
  private final @Nullable ResourceIndex before;

  ResourceIndex() {
    this(null);
  }

  private ResourceIndex(@Nullable ResourceIndex before) {
    this.before = before;
  }

  /** An index that goes on by itself. */
  ResourceIndex fork() {
    return new ResourceIndex(this);
  }

  void add(Platform platform) {
    platform.resources().forEach(resource -> add(platform.id(), resource.matcher()));
  }

  private void add(String platform, Matcher matcher) {
    if (matcher instanceof NameMatcher name) {
      put(byName, name.name().text(), platform);
    } else if (matcher instanceof UrlMatcher url) {
      pathLengths.add(url.path().length());
      put(byUrl, key(url, url.path().length()), platform);
    } else if (matcher instanceof AddressMatcher address) {
      address.range().ifPresent(range -> add(platform, range));
    } else {
      masked.add(platform);
    }
  }

  private void add(String platform, AddressRange range) {
    prefixes.add(range.prefix());
    put(byAddress, range, platform);
  }

  private static <K> void put(Map<K, List<String>> map, K key, String platform) {
    List<String> held = map.getOrDefault(key, List.of());
    if (!held.contains(platform)) {
      map.put(key, List.copyOf(Lists.asList(platform, held.toArray(new String[0]))));
    }
  }

  private static String key(UrlMatcher url, int length) {
    return url.host() + ":" + url.port() + url.path().substring(0, length);
  }

  /** The ids of platforms that may have it. */
  Collection<String> candidates(Asked asked) {
    Set<String> found = new LinkedHashSet<>(before == null ? Set.of() : before.candidates(asked));
    found.addAll(masked);
    asked.name().ifPresent(name -> addNames(name.text(), found));
    asked.address().ifPresent(address -> addAddresses(address, found));
    asked.url().ifPresent(url -> addUrls(url, found));
    return found;
  }

  private void addNames(String name, Set<String> found) {
    for (int at = 0; at >= 0; at = next(name, at)) {
      found.addAll(byName.getOrDefault(name.substring(at), List.of()));
    }
  }

  private static int next(String name, int at) {
    int dot = name.indexOf('.', at);
    return dot < 0 ? -1 : dot + 1;
  }

  private void addAddresses(InetAddress address, Set<String> found) {
    int bits = address.getAddress().length * 8;
    for (int prefix : prefixes) {
      if (prefix <= bits) {
        found.addAll(byAddress.getOrDefault(new AddressRange(address, prefix), List.of()));
      }
    }
  }

  private void addUrls(UrlMatcher url, Set<String> found) {
    for (int length : pathLengths) {
      if (length <= url.path().length()) {
        found.addAll(byUrl.getOrDefault(key(url, length), List.of()));
      }
    }
  }
}

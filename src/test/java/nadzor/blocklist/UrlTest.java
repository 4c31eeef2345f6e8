package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import nadzor.flow.NameView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://example.org,example.org,/,true",
    "http://example.org,EXAMPLE.org,/,true",
    "http://example.org,example.org,/a,false",
    "http://example.org,www.example.org,/,false",
    "http://example.org,example.org.,/,false",
    "http://example.org/a,example.org,/a,true",
    "http://example.org/a,example.org,/A,false",
    "http://example.org/a,example.org,/a?,false",
    "http://example.org/a,example.org,/a/,false",
    "http://example.org/a?b=c,example.org,/a?b=c,true",
    "http://example.org/a?b=c,example.org,/a?b=d,false",
    "http://example.org/a#b,example.org,/a,true",
    "http://example.org/%2fa,example.org,/%2Fa,true",
    "http://example.org/%2Fa,example.org,/%2fa,true",
    "http://example.org/%41,example.org,/A,false",
    "http://example.org/п,example.org,/%d0%bf,true",
    "http://example.org/a*,example.org,/a,true",
    "http://example.org/a*,example.org,/ab?c,true",
    "http://example.org/a*,example.org,/b,false",
    "http://example.org/a*,example.net,/ab,false",
    "http://example.org/*,example.org,/whatever,true",
    "http://example.org/a,example.org,http://example.org/a,true",
    "http://example.org/a,example.org,HTTP://example.org:80/a,true",
    "http://example.org/,example.org,http://example.org,true",
    "http://example.org/?a,example.org,http://example.org?a,true",
    "http://example.org/a,example.org,http://example.org:8080/a,false",
    "http://example.org:8080/a,example.org,http://example.org:8080/a,true",
    "http://example.org:8080/a,example.org,/a,false",
    "http://example.org/a,example.org,http://example.org:x/a,false",
    "http://example.org/*,example.org,*,false",
    "http://example.org/*,example.org,example.org:443,false",
    "http://example.org/*,example.org,https://example.org/,false"
  })
  void reach(String matcher, String host, String target, boolean held) {
    Blocklist list = Lists.of(matcher);
    assertTrue(list.hasUrls());
    assertEquals(held, Lists.url(list, host, target).orders(Measure.BLOCK));
  }

  @Test
  void octetsBeyondAsciiAreTheirEncoding() {
    Blocklist list = Lists.of("http://example.org/п");
    assertFalse(Lists.url(list, "example.org", "/\u00d0\u00bf").isEmpty());
    assertTrue(Lists.url(list, "example.org", "/\u00d0").isEmpty());
  }

  @Test
  void thePortIsThatOfTheRequestWhereTheTargetDoesNotSay() {
    Blocklist list = Lists.of("http://example.org:8080/a");
    NameView host = NameView.of("example.org");
    assertFalse(list.findUrl(host, 8080, "/a").isEmpty());
    assertTrue(list.findUrl(host, 80, "/a").isEmpty());
    assertTrue(list.findUrl(host, 8080, "http://example.org/a").isEmpty());
  }

  @Test
  void exactAndPrefixesAreAllFound() {
    Rule all = Lists.block("http://example.org/*");
    Rule some = Lists.throttle("http://example.org/ab*");
    Rule whole = Lists.block("http://example.org/abc");
    Rule same = Lists.throttle("http://example.org/abc*");
    Rule longer = Lists.throttle("http://example.org/abcd*");
    Blocklist list = Blocklist.compile(1, List.of(all, some, whole, same, longer));
    Match match = Lists.url(list, "example.org", "/abc");
    assertEquals(Set.of(all, some, whole, same), Set.copyOf(match.rules()));
    assertEquals(4, match.rules().size());
  }

  @Test
  void aUrlIsNoName() {
    Blocklist list = Lists.of("http://example.org/");
    assertTrue(Lists.name(list, "example.org").isEmpty());
    assertFalse(Lists.of("example.org").hasUrls());
  }
}

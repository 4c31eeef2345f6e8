package nadzor.blocklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nadzor.flow.AddressRange;
import nadzor.flow.DomainName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  @ParameterizedTest
  @CsvSource({
    "facebook.com,facebook.com",
    "*.Facebook.COM.,*.facebook.com",
    ".facebook.com,.facebook.com",
    "  a.test ,a.test",
    "*t.co*,*t.co*",
    "*.T.co*,*.t.co*",
    "*Twitter.com,*twitter.com",
    "t.co*,t.co*",
    "*-*,*-*",
    "192.0.2.7,192.0.2.7",
    "192.0.2.7/32,192.0.2.7",
    "192.0.2.7/24,192.0.2.0/24",
    "0.0.0.0/0,0.0.0.0/0",
    "192.0.2.7:443,192.0.2.7:443",
    "192.0.2.0/24:443,192.0.2.0/24:443",
    "192.0.2.0/24:8000-8100,192.0.2.0/24:8000-8100",
    "192.0.2.7:0-65535,192.0.2.7",
    "2001:DB8::/32,2001:db8::/32",
    "2001:db8:0:0::1,2001:db8::1",
    "::/0,::/0",
    "[2001:db8::1],2001:db8::1",
    "[2001:db8::1]:853,[2001:db8::1]:853",
    "[2001:db8::/32]:1-2,[2001:db8::/32]:1-2",
    "[192.0.2.7]:443,192.0.2.7:443",
    "::ffff:192.0.2.7,192.0.2.7",
    "::ffff:192.0.2.7/120,192.0.2.0/24",
    "*:853,*:853",
    "*:8000-8100,*:8000-8100",
    "HTTP://Example.ORG,http://example.org/",
    "http://example.org:80/a?b#c,http://example.org/a?b",
    "http://example.org:8080/a,http://example.org:8080/a",
    "http://example.org?b,http://example.org/?b",
    "http://example.org#c,http://example.org/",
    "http://example.org/%d0%bf%2F%zz,http://example.org/%D0%BF%2F%zz",
    "http://example.org/п a,http://example.org/%D0%BF%20a",
    "http://example.org/*,http://example.org/*",
    "http://example.org/a*b/c*,http://example.org/a*b/c*",
    "http://192.0.2.7/a,http://192.0.2.7/a"
  })
  void readAndPrinted(String written, String printed) {
    Matcher matcher = Matcher.of(written);
    assertEquals(printed, matcher.toString());
    assertEquals(matcher, Matcher.of(printed));
  }

  @ParameterizedTest
  @CsvSource({
    "*,possible are *text*",
    "**,possible are *text*",
    "***,possible are *text*",
    "a*b,possible are *text*",
    "*a*b,possible are *text*",
    "*.a*b.test,possible are *text*",
    "*ф*,as sent",
    "*a b*,as sent",
    "*.,empty",
    "'',empty",
    "https://example.org/a,list the host",
    "ftp://example.org/a,begin with http://",
    "http://exa*mple.org/,'*' in a label",
    "http://user@example.org/,'@' in a label",
    "http:///a,empty",
    "http://example.org:0/,not in 1..65535",
    "http://example.org:1-2/,one port",
    "http://example.org:x/,no port",
    "http://[2001:db8::1]/,list the address",
    "example.org/a,begins with http://",
    "example.org:443,a name has no port",
    "192.0.2.0/33,not in 0..32",
    "192.0.2.0/x,no number",
    "192.0.2.7:443-442,not a range",
    "192.0.2.7:65536,not a range",
    "192.0.2.7:,no port",
    "192.0.2.7:+1,no port",
    "*:,no port",
    "[2001:db8::1,is not [address]",
    "[2001:db8::1]443,is not [address]",
    "::ffff:192.0.2.0/24,96 to 128"
  })
  void refused(String written, String why) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Matcher.of(written));
    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.toString());
  }

  @Test
  void whatWouldNotReadBackCannotBeMade() {
    DomainName host = DomainName.of("example.org");
    assertThrows(
        IllegalArgumentException.class, () -> new TextMatcher(".t.co", TextMatcher.Place.END));
    assertThrows(IllegalArgumentException.class, () -> new UrlMatcher(host, 80, "/a*", false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new UrlMatcher(host, 80, "/" + "a".repeat(8000), false));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TextMatcher("a".repeat(254), TextMatcher.Place.START));
  }

  @Test
  void equalWhateverTheSpelling() {
    assertEquals(Matcher.of("*T.CO*"), new TextMatcher("t.co", TextMatcher.Place.ANYWHERE));
    assertEquals(
        new UrlMatcher(DomainName.of("example.org"), 80, "/%2f", true),
        Matcher.of("http://example.org/%2F*"));
    assertEquals(
        AddressRange.of("192.0.2.0/24"),
        ((AddressMatcher) Matcher.of("::ffff:192.0.2.9/120")).range().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "*t.co*,reddit.com,true",
    "*twitter.com,throttletwitter.com,true",
    "*twitter.com,twitter.com.test,false",
    "t.co*,t.co.test,true",
    "t.co*,at.co,false",
    "192.0.2.7,192.0.2.7,false",
    "http://example.org/,example.org,false"
  })
  void namesAreCovered(String matcher, String name, boolean covered) {
    assertEquals(covered, Matcher.of(matcher).covers(DomainName.of(name)));
  }
}

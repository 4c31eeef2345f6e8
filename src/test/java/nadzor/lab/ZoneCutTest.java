package nadzor.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nadzor.flow.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneCutTest {
  @ParameterizedTest
  @CsvSource({
    "www.facebook.com,facebook.com",
    "facebook.com,facebook.com",
    "scontent.xx.fbcdn.net,fbcdn.net",
    "a.b.example.co.uk,example.co.uk",
    "co.uk,co.uk",
    "www.site.test,site.test",
    "site.test,site.test",
    "test,test",
    "com,com"
  })
  void apexIsTheRegistrableDomain(String name, String apex) {
    assertEquals(DomainName.of(apex), ZoneCut.apexOf(DomainName.of(name)));
  }
}

package nadzor.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The techniques that there are. */
public final class Techniques {
  private static final List<Technique> EVERYDAY =
      List.of(
          new Plain(),
          new AlternativeResolver(),
          new SplitHello(),
          new NoSni(),
          new TrailingDot(),
          new PlainHttp());

  private static final List<Technique> OTHERS =
      List.of(
          new ForeignTcpDns(),
          new SegmentedTcpDns(),
          new DnsOverTls(),
          new DnsOverHttpsGet(),
          new DnsOverHttpsPost(),
          new LastDnsAnswer(),
          new MixedCaseDns(),
          new HttpsRecord(),
          new HostMixedCase(),
          new HostSpacesBefore(),
          new HostTabBefore(),
          new HostSpacesAfter(),
          new HostTabAfter(),
          new HostTrailingDot(),
          new AbsoluteUri(),
          new SecondRequest(),
          new SplitHost(),
          new HelloPieces(),
          new RecordFragments(),
          new FragmentsAndSegments(),
          new PaddedHello(),
          new PrependedCcs(),
          new ScrambledFirst(),
          new OtherSni(),
          new UpperCaseSni(),
          new EchGrease(),
          new EncryptedHello(),
          new QuicV1(),
          new QuicUnknownVersion(),
          new AddressElsewhere(),
          new HttpRelay(),
          new SocksRelay(),
          new TlsRelay(),
          new MirrorDomain(),
          new IdleFirst(),
          new ResidualNow(),
          new ResidualLater());

  private Techniques() {}

  /** All: first those of {@link #everyday}, then the others by family. */
  public static List<Technique> all() {
    return Stream.concat(EVERYDAY.stream(), OTHERS.stream()).toList();
  }

  /** The few that a story visits with, in the order in which a matrix shows them. */
  public static List<Technique> everyday() {
    return EVERYDAY;
  }

  /** The one of this name. */
  public static Optional<Technique> named(String name) {
    return all().stream().filter(technique -> technique.name().equals(name)).findFirst();
  }
}

package nadzor.office;

import com.google.common.net.InternetDomainName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nadzor.blocklist.Matcher;
import nadzor.blocklist.Measure;
import nadzor.flow.Addresses;
import nadzor.flow.DomainName;
import nadzor.registry.BlockType;
import nadzor.registry.CaseFile;
import nadzor.registry.CaseState;
import nadzor.registry.Entry;
import nadzor.registry.Grounds;
import nadzor.registry.Operator;
import nadzor.registry.OperatorCard;
import nadzor.registry.Order;
import nadzor.registry.Platform;
import nadzor.registry.PlatformCard;
import nadzor.registry.RegisterMark;
import nadzor.registry.Registry;
import nadzor.registry.Resource;
import nadzor.registry.Role;
import nadzor.registry.Subject;

/**
 * From a flow to a restriction in one go: the platform's card and case where they are missing, a
 * violation, and a decision in force at once.
 *
 * @param name a host name or an address
 * @param platform which platform is meant, where the name does not tell
 */
public record RestrictThis(String name, Measure measure, String why, Optional<String> platform)
    implements Draft {
  private static final String LAW = "no law: laboratory demonstration";
  private static final String AUTHORITY = "Laboratory";
  private static final int ENTRY_TYPE = 3;

  @Override
  public List<Entry> entries(Moment moment) {
    Registry registry = moment.registry();
    List<Entry> entries = new ArrayList<>();
    Platform on = platform(registry).orElseGet(() -> enter(moment, entries));
    CaseFile file = openCase(registry, on).orElseGet(() -> open(moment, on, entries));
    entries.addAll(
        new RecordViolation(
                Optional.empty(), on.id(), Optional.empty(), "shown", LAW, why, "live flow", false)
            .entries(moment));
    entries.addAll(decision(on, file).entries(moment));
    return entries;
  }

  private TakeDecision decision(Platform on, CaseFile file) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    on.resources().forEach(resource -> roles.add(resource.role()));
    return new TakeDecision(
        Optional.empty(),
        file.id(),
        file.authority(),
        Optional.empty(),
        new Grounds(LAW, LAW, Optional.empty(), Optional.empty(), Optional.empty()),
        new Order(measure, roles, List.of(on.id())),
        TakeDecision.When.AT_ONCE,
        new RegisterMark(ENTRY_TYPE, BlockType.DOMAIN_MASK, Optional.empty()),
        Optional.empty());
  }

  private Optional<Platform> platform(Registry registry) {
    if (platform.isPresent()) {
      String id = platform.get();
      return Optional.of(
          registry
              .catalogue()
              .platform(id)
              .orElseThrow(() -> Refusal.unknown("/platform", "platform", id)));
    }
    return registry.catalogue().platforms().stream().filter(this::has).findFirst();
  }

  private boolean has(Platform one) {
    if (Addresses.isLiteral(name)) {
      return one.resources().stream().anyMatch(r -> r.matcher().toString().equals(name));
    }
    DomainName host = host();
    return one.resources().stream().anyMatch(resource -> resource.covers(host));
  }

  private DomainName host() {
    try {
      return DomainName.of(name);
    } catch (IllegalArgumentException e) {
      throw Refusal.of("/name", "'" + name + "'", "a host name or an address");
    }
  }

  private Platform enter(Moment moment, List<Entry> entries) {
    String id = Addresses.isLiteral(name) ? name.replace(':', '-') : registrable(host().text());
    String match = Addresses.isLiteral(name) ? name : "." + id;
    Resource front = new Resource(Matcher.of(match), Role.FRONT);
    if (Operators.name(moment.registry(), id).isEmpty()) {
      entries.add(new OperatorCard(new Operator(id, id), moment.now()));
    }
    Platform entered = new Platform(id, id, id, List.of(front));
    entries.add(new PlatformCard(entered, moment.now()));
    return entered;
  }

  /** What somebody registered, {@code example.org} of {@code www.example.org}. */
  private static String registrable(String host) {
    if (!InternetDomainName.isValid(host)) {
      return host;
    }
    InternetDomainName domain = InternetDomainName.from(host);
    return domain.isUnderRegistrySuffix() ? domain.topDomainUnderRegistrySuffix().toString() : host;
  }

  private static Optional<CaseFile> openCase(Registry registry, Platform on) {
    return registry.cases().stream()
        .filter(file -> file.subject().equals(new Subject.OfPlatform(on.id())))
        .filter(
            file ->
                registry.caseState(file.id(), registry.at()).equals(Optional.of(CaseState.OPEN)))
        .findFirst();
  }

  private static CaseFile open(Moment moment, Platform on, List<Entry> entries) {
    String prefix = "case-" + on.id();
    Registry registry = moment.registry();
    String id =
        registry.caseFile(prefix).isEmpty()
            ? prefix
            : moment.fresh(prefix + "-", 2, one -> registry.caseFile(one).isPresent());
    CaseFile file = new CaseFile(id, new Subject.OfPlatform(on.id()), AUTHORITY, moment.now());
    entries.add(file);
    return file;
  }
}

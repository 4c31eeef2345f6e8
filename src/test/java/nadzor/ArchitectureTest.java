package nadzor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of rooms. Each message names the fix. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nadzor");

  /** Room, and the rooms that it may import. */
  private static final Map<String, Set<String>> ROOMS = rooms();

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new TreeMap<>();
    rooms.put("flow", Set.of());
    rooms.put("transport", Set.of());
    rooms.put("files", Set.of());
    rooms.put("wire", Set.of("flow"));
    rooms.put("blocklist", Set.of("flow"));
    rooms.put("registry", Set.of("blocklist", "flow"));
    rooms.put("store", Set.of("registry", "blocklist", "flow"));
    rooms.put("exchange", Set.of("registry", "blocklist", "flow"));
    rooms.put("censor", Set.of("blocklist", "flow", "wire"));
    rooms.put("impact", Set.of("censor", "blocklist", "exchange", "wire", "flow"));
    rooms.put("dns", Set.of("censor", "blocklist", "wire", "flow", "transport"));
    rooms.put("proxy", Set.of("censor", "blocklist", "wire", "flow", "transport"));
    rooms.put("probe", Set.of("flow"));
    rooms.put(
        "lab",
        Set.of("flow", "transport", "wire", "blocklist", "registry", "censor", "dns", "proxy"));
    rooms.put(
        "story",
        Set.of(
            "flow",
            "transport",
            "files",
            "wire",
            "blocklist",
            "registry",
            "censor",
            "dns",
            "proxy",
            "lab",
            "probe",
            "impact",
            "exchange"));
    rooms.put("office", union(rooms, "story", "story", "store"));
    rooms.put("web", union(rooms, "office", "office"));
    rooms.put("cli", Set.copyOf(Stream.concat(rooms.keySet().stream(), Stream.of()).toList()));
    return rooms;
  }

  private static Set<String> union(Map<String, Set<String>> rooms, String like, String... more) {
    return Stream.concat(rooms.getOrDefault(like, Set.of()).stream(), Stream.of(more))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String roomOf(JavaClass type) {
    List<String> parts = Splitter.on('.').splitToList(type.getPackageName());
    return parts.size() > 1 && parts.get(0).equals("nadzor") ? parts.get(1) : "";
  }

  @Test
  void roomsImportOnlyWhatTheTableAllows() {
    Set<String> offences = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String room = roomOf(type);
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> roomOf(dependency.getTargetClass()))
          .filter(target -> !target.isEmpty() && !target.equals(room))
          .filter(target -> !ROOMS.getOrDefault(room, Set.of()).contains(target))
          .forEach(
              target ->
                  offences.add(
                      type.getName()
                          + " uses room '"
                          + target
                          + "', which '"
                          + room
                          + "' may not: move the code to a room that may, or pass a value in"));
    }
    assertEquals("", String.join("\n", offences));
  }

  @Test
  void everyRoomIsInTheTable() {
    Set<String> rooms = CLASSES.stream().map(ArchitectureTest::roomOf).collect(Collectors.toSet());
    rooms.removeAll(ROOMS.keySet());
    assertEquals(Set.of(), rooms, "add the room to the table of this test and of the design");
  }

  @Test
  void decidingRoomsDoNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "nadzor.flow..",
            "nadzor.wire..",
            "nadzor.blocklist..",
            "nadzor.registry..",
            "nadzor.censor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..", "java.nio.channels..", "java.sql..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.net.Socket.class, java.net.ServerSocket.class, java.net.DatagramSocket.class)
        .because("these rooms decide and return data: do it in dns, proxy or lab")
        .check(CLASSES);
  }

  @Test
  void decidingRoomsAreToldTheTime() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "nadzor.flow..",
            "nadzor.wire..",
            "nadzor.blocklist..",
            "nadzor.registry..",
            "nadzor.censor..")
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .because("time is a parameter: take nanoseconds or an Instant from the caller")
        .check(CLASSES);
  }

  @Test
  void theProbeIsBlind() {
    noClasses()
        .that()
        .resideInAPackage("nadzor.probe..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .because("the probe shares no code with what it measures: use the JDK's sockets")
        .check(CLASSES);
  }

  @Test
  void nothingStaticIsMutable() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("state belongs to the flow or to the laboratory that was started")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatTheyAre() {
    classes()
        .should()
        .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)$")
        .because("name the thing for what it is in the field")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineHasMainAndExits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nadzor.cli..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .because("a laboratory never exits: throw, and let the cli choose the exit code")
        .check(CLASSES);
  }

  @Test
  void filesAreSmall() throws IOException {
    List<Long> lengths = new ArrayList<>();
    List<String> long_ = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines = Files.readAllLines(file).size();
        lengths.add(lines);
        if (lines > 400) {
          long_.add(file + " has " + lines + " lines: split it, one idea per file");
        }
      }
    }
    assertEquals(List.of(), long_);
    long median = lengths.stream().sorted().skip(lengths.size() / 2).findFirst().orElse(0L);
    assertEquals(
        true, median < 100, "the median file has " + median + " lines, below 100 is the rule");
  }
}

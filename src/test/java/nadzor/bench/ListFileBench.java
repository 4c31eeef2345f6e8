package nadzor.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import nadzor.blocklist.Measure;
import nadzor.exchange.ListItem;
import nadzor.exchange.Reading;
import nadzor.exchange.Receiver;
import nadzor.exchange.Remark;
import nadzor.office.lists.ListIntake;
import nadzor.office.lists.Taken;
import nadzor.store.VersionFile;

/**
 * A register of two million names, half a million addresses and two hundred thousand URLs from its
 * file to a stored version. Usage: {@code ListFileBench make FOLDER [THOUSAND NAMES]} writes {@code
 * register.csv} and {@code register.xml}; {@code ListFileBench read FILE}, in a process of its own,
 * reads, compiles and stores one.
 */
public final class ListFileBench {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<reg:register"
          + " xmlns:reg=\"http://rsoc.ru\" xmlns:tns=\"http://rsoc.ru\""
          + " updateTime=\"2022-03-04T12:00:00+03:00\""
          + " updateTimeUrgently=\"2022-03-04T12:00:00+03:00\" formatVersion=\"2.4\">\n";
  private static final String ORGANISATION = "Генпрокуратура";
  private static final String NUMBER = "27-31-2020/Ид2145-22";
  private static final String DATE = "2022-02-24";

  private ListFileBench() {}

  /** Makes or reads. */
  public static void main(String[] words) throws IOException {
    if (words[0].equals("make")) {
      int names = (words.length > 2 ? Integer.parseInt(words[2]) : 2_000) * 1_000;
      make(Path.of(words[1]), names);
    } else {
      read(Path.of(words[1]));
    }
  }

  private static void make(Path folder, int names) throws IOException {
    Path csv = folder.resolve("register.csv");
    Path xml = folder.resolve("register.xml");
    try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(csv, WINDOWS_1251));
        PrintWriter elements = new PrintWriter(Files.newBufferedWriter(xml, WINDOWS_1251))) {
      lines.println("Updated: 2022-03-04 12:00:00 +0000");
      elements.print(HEAD);
      for (int i = 0; i < names; i++) {
        String name = NameList.name(i);
        record(lines, elements, 20 * i + 1, "domain", "domain", name);
        if (i % 4 == 0) {
          int octets = 0x0a000000 + i / 4 * 7;
          String address =
              (octets >>> 24)
                  + "."
                  + (octets >>> 16 & 255)
                  + "."
                  + (octets >>> 8 & 255)
                  + "."
                  + (octets & 255);
          record(lines, elements, 20 * i + 2, "ip", "ip", address);
        }
        if (i % 10 == 0) {
          String url = "http://" + name + "/page/" + i + "?id=" + i % 1000;
          record(lines, elements, 20 * i + 3, "default", "url", url);
        }
      }
      elements.println("</reg:register>");
    }
    System.out.printf(
        Locale.ROOT, "%s: %,d octets; %s: %,d%n", csv, Files.size(csv), xml, Files.size(xml));
  }

  private static void record(
      PrintWriter lines, PrintWriter elements, int id, String block, String kind, String value) {
    String ip = kind.equals("ip") ? value : "";
    String domain = kind.equals("domain") ? value : "";
    String url = kind.equals("url") ? value : "";
    lines.println(ip + ";" + domain + ";" + url + ";" + ORGANISATION + ";" + NUMBER + ";" + DATE);
    elements.printf(
        "<content id=\"%d\" includeTime=\"2022-03-04T12:00:00\" entryType=\"3\" blockType=\"%s\""
            + " hash=\"%032X\"><decision date=\"%s\" number=\"%s\" org=\"%s\"/>"
            + "<%s><![CDATA[%s]]></%s></content>%n",
        id, block, id, DATE, NUMBER, ORGANISATION, kind, value, kind);
  }

  private static void read(Path file) throws IOException {
    long start = System.nanoTime();
    Taken read =
        ListIntake.read(
            List.of(file),
            Reading.USUAL,
            Measure.BLOCK,
            new Receiver() {
              @Override
              public void item(ListItem item) {}

              @Override
              public void remark(Remark remark) {
                throw new IllegalStateException("a made register is clean: " + remark);
              }
            });
    double compiled = seconds(start);
    Path stored = Files.createTempFile("register", ".nbl");
    VersionFile.write(stored, read.list());
    System.out.printf(
        Locale.ROOT,
        "%s: %,d items, %,d rules: parsed and compiled in %.2f s, with storing %.2f s (%,d octets);"
            + " %.1f s of processor, %,d MB of heap%n",
        file.getFileName(),
        read.items().items(),
        read.list().size(),
        compiled,
        seconds(start),
        Files.size(stored),
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3,
        Runtime.getRuntime().totalMemory() >> 20);
    Files.delete(stored);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}

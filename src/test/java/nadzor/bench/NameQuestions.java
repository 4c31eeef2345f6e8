package nadzor.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import nadzor.flow.NameView;

/**
 * Names to ask for, packed one after another as in packets, and how long an answer takes: with
 * names drawn from the whole list (what is asked for is in no cache), with few names that come
 * again and again (it is), and with every cache emptied before each question. What it costs to put
 * a question is measured likewise and told beside it.
 */
final class NameQuestions {
  private static final int BATCH = 16;
  private static final int ROUNDS = 8;
  private static final int FEW = 1 << 12;
  private static final int COLD = 300;
  private static final int LINE = 64;

  private final String about;
  private final byte[] octets;
  private final int[] ends;
  private final NameView view = new NameView();
  private final byte[] other = new byte[96 << 20];
  private long kept;

  NameQuestions(String about, int count, IntFunction<String> names) {
    this.about = about;
    byte[] all = new byte[64];
    ends = new int[count + 1];
    for (int i = 0; i < count; i++) {
      byte[] name = names.apply(i).getBytes(StandardCharsets.US_ASCII);
      int end = ends[i] + name.length;
      all = end > all.length ? Arrays.copyOf(all, end * 2) : all;
      System.arraycopy(name, 0, all, ends[i], name.length);
      ends[i + 1] = end;
    }
    octets = all;
  }

  private NameView put(int which) {
    kept += view.set(octets, ends[which], ends[which + 1] - ends[which]) ? 1 : 0;
    return view;
  }

  /** Asks and prints. */
  void ask(ToIntFunction<NameView> question) {
    int count = ends.length - 1;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s p50 %.0f ns spread, %.0f ns of 4,096, %.0f ns cold (putting the question: %.0f, %.0f,"
                + " %.0f) %s",
            about,
            median(question, count),
            median(question, FEW),
            cold(question),
            median(NameView::length, count),
            median(NameView::length, FEW),
            cold(NameView::length),
            kept % 2 == 0 ? "" : "."));
  }

  /** The best round's median of batches, as the clock itself takes some 25 ns. */
  private double median(ToIntFunction<NameView> question, int count) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      double[] nanos = new double[Math.max(count, 1 << 16) / BATCH];
      int which = 0;
      for (int batch = 0; batch < nanos.length; batch++) {
        long start = System.nanoTime();
        for (int i = 0; i < BATCH; i++) {
          kept += question.applyAsInt(put(which));
          which = (which + 1) % count;
        }
        nanos[batch] = (System.nanoTime() - start) / (double) BATCH;
      }
      Arrays.sort(nanos);
      best = Math.min(best, nanos[nanos.length / 2]);
    }
    return best;
  }

  private double cold(ToIntFunction<NameView> question) {
    double[] nanos = new double[COLD];
    for (int i = 0; i < COLD; i++) {
      put(i * 7 % (ends.length - 1));
      for (int at = 0; at < other.length; at += LINE) {
        other[at]++;
      }
      long start = System.nanoTime();
      kept += question.applyAsInt(view);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[COLD / 2];
  }
}

package nadzor.dns;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nadzor.censor.DnsRuling;
import nadzor.censor.Enforcement;
import nadzor.censor.Standing;
import nadzor.wire.DnsQuery;

/**
 * All answers of one event loop that leave later: those that the upstream is asked for, those that
 * a ruling delays, those whose records are judged first. Bounded in number.
 */
final class Errands {
  private final DnsService.Settings settings;
  private final ResolverCounters counters;
  private final EventLoop loop;
  private final DnsAnswerWriter writer;
  private final AnswerReview review = new AnswerReview();
  private final DnsQuery query = new DnsQuery();
  private final DnsRuling ruling = new DnsRuling();
  private int waiting;

  /**
   * @param writer used for answers that are restricted for what they hold
   */
  Errands(DnsService.Settings settings, EventLoop loop, DnsAnswerWriter writer) {
    this.settings = settings;
    this.loop = loop;
    this.writer = writer;
    counters = settings.counters();
  }

  /** Whether no more may wait. */
  boolean isFull() {
    return waiting >= settings.limits().inFlight();
  }

  /** Lets an answer leave later. */
  void delay(byte[] octets, int length, ReturnPath path, long nanos) {
    waiting++;
    new Leaving(path, Optional.empty(), nanos).send(Arrays.copyOf(octets, length), length, true);
  }

  /**
   * Gets the truth, from the cache or the upstream, and sends it on these terms.
   *
   * @param standing what the question was judged by
   */
  void fetch(Asked asked, Asker asker, Standing standing, Terms terms) {
    waiting++;
    InetAddress client = asker.client().getAddress();
    Errand errand = new Errand(asked, client, standing, asker.later(), terms);
    Optional<AnswerCache.Aged> known = settings.cache().get(asked.key());
    if (known.isPresent()) {
      if (!terms.ruled()) {
        counters.countCached();
      }
      errand.deliver(known.get().answer(), known.get().seconds());
    } else {
      if (!terms.ruled()) {
        counters.countForwarded();
      }
      settings.upstream().ask(asked.forUpstream(), loop, errand);
    }
  }

  /** The end of an errand: when, and to whom. */
  private final class Leaving {
    private final ReturnPath path;
    private final Optional<Future<?>> gate;
    private final long delayNanos;

    /**
     * @param gate nothing leaves before it has come
     */
    Leaving(ReturnPath path, Optional<Future<?>> gate, long delayNanos) {
      this.path = path;
      this.gate = gate;
      this.delayNanos = delayNanos;
    }

    /** Takes the array over, unless it leaves at once. */
    void send(byte[] octets, int length, boolean restricted) {
      Runnable last =
          () -> {
            waiting--;
            path.send(octets, length, restricted);
          };
      if (gate.isPresent()) {
        gate.get().addListener(opened -> last.run());
      } else if (delayNanos > 0) {
        // A loop that ends takes its channels along: no matter what becomes of the timer.
        Future<?> unused = loop.schedule(last, delayNanos, TimeUnit.NANOSECONDS);
      } else {
        last.run();
      }
    }

    void nothing() {
      waiting--;
      path.nothing();
    }
  }

  /** A query whose truth is on its way. */
  private final class Errand implements Upstream.Reply {
    private final Asked asked;
    private final InetAddress client;
    private final Standing standing;
    private final ReturnPath path;
    private final Terms terms;
    private final Leaving leaving;
    private boolean done;

    Errand(Asked asked, InetAddress client, Standing standing, ReturnPath path, Terms terms) {
      this.asked = asked;
      this.client = client;
      this.standing = standing;
      this.path = path;
      this.terms = terms;
      leaving = leaving(terms);
    }

    private Leaving leaving(Terms on) {
      Optional<Future<?>> gate =
          on.gapNanos() > 0
              ? Optional.of(loop.schedule(() -> {}, on.gapNanos(), TimeUnit.NANOSECONDS))
              : Optional.empty();
      return new Leaving(path, gate, on.delayNanos());
    }

    @Override
    public void answer(byte[] message) {
      Optional<StoredAnswer> stored = StoredAnswer.of(message, asked);
      if (stored.isEmpty()) {
        none();
      } else if (isFirst()) {
        settings.cache().put(asked.key(), stored.get());
        deliver(stored.get(), 0);
      }
    }

    @Override
    public void none() {
      if (isFirst()) {
        counters.countFailed();
        byte[] failure = asked.failure(settings.role());
        leaving.send(failure, failure.length, terms.ruled());
      }
    }

    private boolean isFirst() {
      boolean first = !done;
      done = true;
      return first;
    }

    void deliver(StoredAnswer answer, int age) {
      if (terms.ruled() || !settings.readsAnswers()) {
        give(answer, age, terms, leaving);
      } else {
        judge(settings.enforcement().orElseThrow(), answer, age);
      }
    }

    private void judge(Enforcement judge, StoredAnswer answer, int age) {
      asked.readInto(query, settings.place());
      if (!review.isRestricted(
          answer.message(), judge, standing, query.question(), client, ruling)) {
        pass(judge, answer, age);
        return;
      }
      DnsAnswerWriter.Written written = writer.restricted(query, ruling, asked.limit());
      if (written == DnsAnswerWriter.Written.TRUTH_IS_DUE) {
        pass(judge, answer, age);
        return;
      }
      counters.countAnswerRestricted();
      report(judge);
      carryOut(written, answer, age);
    }

    private void pass(Enforcement judge, StoredAnswer answer, int age) {
      if (judge.flows().isWanted()) {
        long version = standing.acting(client).number();
        judge.flows().passed(query.question(), version, client, loop.ticker().nanoTime());
      }
      give(answer, age, terms, leaving);
    }

    private void report(Enforcement judge) {
      judge.report(query.question(), ruling, client);
      if (judge.flows().isWanted()) {
        judge.flows().restricted(query.question(), ruling, client, loop.ticker().nanoTime());
      }
    }

    private void carryOut(DnsAnswerWriter.Written written, StoredAnswer answer, int age) {
      Terms ruled = writer.terms();
      byte[] restricted = Arrays.copyOf(writer.octets(), writer.length());
      switch (written) {
        case ANSWER -> leaving(ruled).send(restricted, restricted.length, true);
        case RACE -> {
          path.send(restricted, restricted.length, true);
          give(answer, age, ruled, leaving(ruled));
        }
        case TRUTH_IS_DUE, TRUTH_ON_TERMS -> give(answer, age, ruled, leaving(ruled));
        case SILENCE -> leaving.nothing();
      }
    }

    private void give(StoredAnswer answer, int age, Terms on, Leaving by) {
      StoredAnswer shown = on.stripsEch() ? answer.withoutEch(asked) : answer;
      byte[] out = new byte[shown.room(asked)];
      by.send(out, shown.writeTo(out, asked, age, settings.role()), on.ruled());
    }
  }
}

"""Judges the log of one run: what was lost, what was of the wrong version, and how long answers took around each swap.

Versions are counted from 0, the one that the run begins with. Version i is *begun* once the swap to it is ordered, and
*seen* once an answer came that no version before it gives, or the server acknowledged it. Of a question sent at S whose
answer came at R, the answer must be one that some version from the newest seen by S to the newest begun by R gives:

  stale   it is one that only a version older than the newest seen by S gives
  wrong   it is one that no version begun by R gives
  mixed   it names the list that restricts it, and that is not the one of such a version
"""
import struct

RECORD = struct.Struct('<QQQIBBBB')
DNS, HELLO = 0, 1
PATIENCE = 5_000_000_000
SETTLED = 250_000_000


def restricts(fate, version):
    kind = fate[0]
    if kind in ('never', 'always'):
        return kind == 'always'
    if kind in ('even', 'odd'):
        return version % 2 == (kind == 'odd')
    return version >= fate[1] if kind == 'from' else version < fate[1]


class Swap:
    """One swap, in nanoseconds of the monotonic clock; acknowledged is None where the server does not say."""

    def __init__(self, begun, acknowledged=None, note=''):
        self.begun, self.acknowledged, self.note, self.seen = begun, acknowledged, note, None

    def effective(self):
        known = [at for at in (self.seen, self.acknowledged) if at]
        return min(known) if known else None


class Verdict:
    """What became of all questions. turns: versions 0, 2, 4... are list A, the others list B."""

    def __init__(self, turns):
        self.turns = turns
        self.asked = {DNS: 0, HELLO: 0}
        self.lost = {DNS: 0, HELLO: 0}
        self.failed = {DNS: 0, HELLO: 0}
        self.stale = self.wrong = self.mixed = self.marked = self.late_ns = 0
        self.examples = []


def read(path):
    with open(path, 'rb') as f:
        return list(RECORD.iter_unpack(f.read()))


def restricted(kind, result):
    """True, False, or None where it is neither a restriction nor the truth."""
    if kind == DNS:
        return {0: False, 3: True}.get(result)
    return {0: False, 1: True}.get(result)


def judge(records, fates, swaps, turns):
    """fates: of queries and of hosts, by kind. Sets when each swap was seen."""
    verdict, events = Verdict(turns), []
    for at, (due, sent, received, which, kind, result, mark, _) in enumerate(records):
        verdict.asked[kind] += 1
        verdict.late_ns = max(verdict.late_ns, sent - due if kind == DNS else 0)
        if not received or received - sent > PATIENCE:
            verdict.lost[kind] += 1
        elif restricted(kind, result) is None:
            verdict.failed[kind] += 1
        else:
            events.append((sent, 0, at))
            events.append((received, 1, at))
    for version, swap in enumerate(swaps, 1):
        events.append((swap.begun, -2, version))
        if swap.acknowledged:
            events.append((swap.acknowledged, -1, version))
    events.sort()
    begun = seen = 0
    lowest = {}
    for time, what, at in events:
        if what == -2:
            begun = at
        elif what == -1:
            seen = max(seen, at)
        elif what == 0:
            lowest[at] = seen
        else:
            oldest = answered(verdict, records[at], fates, lowest.pop(at), begun)
            # A connection can be refused for other reasons: it is held against what is known, and proves nothing itself.
            if records[at][4] == DNS:
                seen = max(seen, oldest)
                for swap in swaps[:oldest]:
                    swap.seen = swap.seen or time
    return verdict


def answered(verdict, record, fates, lowest, begun):
    """The oldest version that can have given this answer; 0 where none can."""
    _, sent, received, which, kind, result, mark, _ = record
    fate = fates[kind][which % len(fates[kind])]
    is_restricted = restricted(kind, result)
    fits = [v for v in range(lowest, begun + 1) if restricts(fate, v) == is_restricted]
    if not fits:
        older = any(restricts(fate, v) == is_restricted for v in range(lowest))
        verdict.stale += older
        verdict.wrong += not older
        if len(verdict.examples) < 5:
            verdict.examples.append(f'{"stale" if older else "wrong"} {"answer" if kind == DNS else "connection"}: {fate} {"restricted" if is_restricted else "free"}, versions {lowest}..{begun}')
        return 0
    if verdict.turns and mark:
        verdict.marked += 1
        fits = [v for v in fits if chr(mark) == 'ab'[v % 2]]
        verdict.mixed += not fits
    return fits[0] if fits else 0


def windows(swaps, finish):
    """Before, during and after each swap, as (name, from, to) in nanoseconds."""
    for i, swap in enumerate(swaps):
        until = max([swap.effective() or finish, swap.acknowledged or 0]) + SETTLED
        following = swaps[i + 1].begun if i + 1 < len(swaps) else finish
        yield 'before', swap.begun - 1_000_000_000, swap.begun
        yield 'during', swap.begun, min(until, following)
        yield 'after', min(until, following), min(until + 1_000_000_000, following)


def percentiles(records, kind, spans):
    """For each name of a window: p50, p99, p99.9, the longest (milliseconds) and how many there were. What was lost counts
    as long as the patience."""
    taken = {}
    for name, begin, end in spans:
        taken.setdefault(name, []).extend(
            (min(r[2] - r[1], PATIENCE) if r[2] else PATIENCE) / 1e6 for r in records if r[4] == kind and begin <= r[1] < end)
    result = {}
    for name, times in taken.items():
        times.sort()
        result[name] = tuple(times[min(len(times) - 1, int(len(times) * share))] if times else float('nan')
                             for share in (0.5, 0.99, 0.999, 1)) + (len(times),)
    return result

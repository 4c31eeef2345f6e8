#!/usr/bin/env python3
"""Whether the judge sees what it is there for, on made-up records: run before every measurement by ../swap."""
import judge

MS = 1_000_000
FATES = {judge.DNS: [('even',), ('never',), ('always',), ('odd',)], judge.HELLO: [('even',)]}
A, NEVER, ALWAYS, B = range(4)


def record(sent, received, which, result, mark='', kind=judge.DNS):
    return (sent * MS, sent * MS, received * MS, which, kind, result, ord(mark) if mark else 0, 0)


def found(records, acknowledged=1020):
    """What is said of one swap, ordered at 1,000 ms."""
    swap = judge.Swap(1000 * MS, acknowledged and acknowledged * MS)
    verdict = judge.judge(records, FATES, [swap], True)
    return {name: count for name, count in {
        'lost': sum(verdict.lost.values()), 'failed': sum(verdict.failed.values()), 'stale': verdict.stale, 'wrong': verdict.wrong,
        'mixed': verdict.mixed}.items() if count}, swap.seen and swap.seen // MS


CHECKS = [
    ('all is well', [record(900, 901, A, 3, 'a'), record(900, 901, B, 0), record(900, 901, NEVER, 0), record(1100, 1101, A, 0), record(1100, 1101, B, 3, 'b')], {}, 1101),
    ('either version while it is swapped', [record(1005, 1006, A, 3, 'a'), record(1005, 1030, A, 0)], {}, 1030),
    ('asked before, answered by the old after', [record(1019, 1100, A, 3, 'a')], {}, None),
    ('asked after the acknowledgement, answered by the old', [record(1021, 1022, A, 3, 'a')], {'stale': 1}, None),
    ('asked after the new was seen, answered by the old', [record(1001, 1002, A, 0), record(1003, 1004, B, 0)], {'stale': 1}, 1002),
    ('the new before it was ordered', [record(900, 901, B, 3, 'b')], {'wrong': 1}, None),
    ('restricted though no list has it', [record(900, 901, NEVER, 3, 'a')], {'wrong': 1}, None),
    ('free though both lists have it', [record(1005, 1006, ALWAYS, 0)], {'wrong': 1}, None),
    ('restricted by one list, told by the other', [record(1005, 1006, A, 3, 'b')], {'mixed': 1}, None),
    ('restricted by the list that is no more', [record(1100, 1101, ALWAYS, 3, 'a')], {'mixed': 1}, None),
    ('no answer', [record(900, 0, NEVER, 0)], {'lost': 1}, None),
    ('an answer when nobody waits any more', [record(900, 5901, NEVER, 0)], {'lost': 1}, None),
    ('a failure', [record(900, 901, NEVER, 2)], {'failed': 1}, None),
    ('a connection that the old version refuses', [record(1021, 1022, 0, 1, kind=judge.HELLO)], {'stale': 1}, None),
    ('a connection proves nothing', [record(1001, 1002, 0, 0, kind=judge.HELLO), record(1003, 1004, A, 3, 'a')], {}, None),
]

for name, records, expected, seen in CHECKS:
    assert found(records) == (expected, seen), f'{name}: {found(records)}, expected {(expected, seen)}'
assert found([record(1021, 1022, A, 3, 'a')], None) == ({}, None), 'who does not acknowledge is held to what is seen'
spans = list(judge.windows([judge.Swap(2000 * MS, 2100 * MS)], 9000 * MS))
times = judge.percentiles([record(1500 + i, 1501 + i, NEVER, 0) for i in range(100)] + [record(2050, 0, NEVER, 0)], judge.DNS, spans)
assert times['before'] == (1.0, 1.0, 1.0, 1.0, 100) and times['during'] == (5000.0, 5000.0, 5000.0, 5000.0, 1), times

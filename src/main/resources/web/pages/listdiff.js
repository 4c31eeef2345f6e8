/** What differs between two versions. */
import {Problem, at, read} from './api.js';
import {badge, empty, fill, h, link} from './dom.js';
import {number, plural} from './format.js';
import {problem} from './forms.js';
import {listLink} from './listparts.js';
import {params} from './shell.js';
import {table} from './tables.js';

const MOST = 1000;
const SIGNS = {added: ['blocked', '+ came'], removed: ['ok', '− went'], reasons: ['note', '~ other reasons']};

/** The sources that are called otherwise now, and in how many changes that is all. */
export const renamed = (renamings) => renamings.length > 0 && h('ul', {class: 'plain', 'aria-label': 'Renamed sources'}, renamings.map(({from, to, changes}) =>
  h('li', {}, `${plural(changes, 'change', 'changes')} of reasons by the name of a source alone: `, h('code', {}, from), ' is ', h('code', {}, to), ' now.')));

const reasons = (labels) => (labels.length === 0 ? '–' : h('ul', {class: 'plain'}, labels.map((l) => h('li', {}, l))));

/** A table of changes. */
export const changeTable = (caption) => table({
  caption, key: (c) => `${c.measure} ${c.matcher}`, none: () => empty('Nothing differs here.', 'That the line of a list moved is no difference.'),
  columns: [
    {head: 'Entry', cell: (c) => [h('code', {}, c.matcher), ' ', link('why', 'why', {q: c.matcher.replace(/^\*?\.|\*/g, '')})]},
    {head: 'What', cell: (c) => h('span', {class: `badge ${SIGNS[c.what][0]}`}, SIGNS[c.what][1])}, {head: 'Measure', cell: (c) => badge(c.measure)},
    {head: 'Before', cell: (c) => reasons(c.before)}, {head: 'After', cell: (c) => reasons(c.after)},
  ],
});

/** The page. */
export async function diffPage(main, from, to) {
  fill(document.querySelector('h1'), `From version ${from} to ${to}`);
  document.title = `From ${from} to ${to} · nadzor`;
  const back = h('p', {}, link('← All versions', 'lists'));
  let diff;
  const what = params.get('what') ?? undefined;
  try {
    diff = await read(at('lists', 'diff'), {from, to, what, limit: MOST});
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    fill(main, back, problem(fault));
    return;
  }
  const counted = (key, text) => h('li', {}, h('a', {href: `lists.html?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&what=${key}`, 'aria-current': what === key ? 'true' : undefined},
    h('strong', {}, number(diff.counts[key])), ' ', h('span', {}, text)));
  const total = what === undefined ? diff.counts.added + diff.counts.removed + diff.counts.reasons : diff.counts[what];
  const list = changeTable(what === undefined ? 'Changes' : `Changes: ${SIGNS[what]?.[1] ?? what}`);
  fill(main, back, h('p', {class: 'lead'}, listLink(diff.from), ` has ${plural(diff.before, 'entry', 'entries')}, `, listLink(diff.to), ` has ${number(diff.after)}.`),
    h('ul', {class: 'numbers'}, counted('added', 'came'), counted('removed', 'went'), counted('reasons', 'for other reasons')),
    renamed(diff.renamings),
    what !== undefined && h('p', {}, link('← All changes', 'lists', {from, to})), list.node,
    h('p', {class: 'more'}, `${number(diff.changes.length)} of ${number(total)}`));
  list.show(diff.changes);
}

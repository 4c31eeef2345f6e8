/** Journal: all records in order, its hash chain, export. */
import {Problem, at, read} from './api.js';
import {badge, empty, fill, h, link} from './dom.js';
import {number, plural, when} from './format.js';
import {action, problem} from './forms.js';
import {onChange, params, start} from './shell.js';
import {paged} from './tables.js';
import {about} from './written.js';

const KINDS = ['operator', 'platform', 'case', 'violation', 'retraction', 'demand', 'answer', 'proposal', 'dismissal', 'decision', 'lifting', 'closing'];

const COLUMNS = [
  {head: 'No.', num: true, cell: (e) => number(e.number)}, {head: 'Kind', cell: (e) => e.kind}, {head: 'About', cell: (e) => about(e.kind, e.about)},
  {head: 'What', cell: (e) => e.title}, {head: 'Happened', cell: (e) => when(e.happenedAt)}, {head: 'Recorded', cell: (e) => when(e.at)}, {head: 'By', cell: (e) => e.by},
];

function verdict(v) {
  if (!v.kept) return h('p', {class: 'notice note'}, 'This laboratory keeps its journal in memory alone: there is no chain to walk.');
  return h('div', {class: `verdict ${v.whole ? 'ok' : 'blocked'}`, 'data-whole': v.whole},
    h('p', {class: 'verdict-line'}, badge(v.whole ? 'ok' : 'failed', v.whole ? 'The chain is whole' : 'The chain is broken')),
    h('p', {}, plural(v.entries, 'link'), v.broken && `; the first broken one is no. ${v.broken.number}: ${v.broken.what}`),
    v.head && h('p', {}, 'Head ', h('code', {class: 'hash'}, v.head)));
}

function chain() {
  const out = h('div', {role: 'status', class: 'out'});
  const walk = async () => {
    try {
      fill(out, verdict(await read(at('journal', 'verify'))));
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      fill(out, problem(fault));
    }
  };
  const button = h('button', {type: 'button', onclick: walk}, 'Walk the hash chain');
  return h('section', {class: 'card', 'aria-labelledby': 'chain-title'}, h('h2', {id: 'chain-title'}, 'Hash chain'),
    h('p', {class: 'quiet'}, 'Each record carries the hash of the one before it: what was recorded cannot be changed or left out unseen.'),
    h('div', {class: 'actions'}, button, h('a', {href: at('journal', 'export'), download: 'journal.jsonl', class: 'button-like'}, 'Export as JSON Lines')), out);
}

function filters() {
  const kind = h('select', {id: 'journal-kind', name: 'kind'}, ['', ...KINDS].map((k) => h('option', {value: k, selected: k === (params.get('kind') ?? '')}, k || 'any')));
  const order = h('select', {id: 'journal-order', name: 'order'}, [['desc', 'the latest first'], ['asc', 'the earliest first']].map(([v, t]) => h('option', {value: v, selected: v === params.get('order')}, t)));
  const text = (id, name, label) => h('div', {class: 'field'}, h('label', {for: id}, label), h('input', {id, name, type: 'search', value: params.get(name) ?? ''}));
  return h('form', {class: 'row', role: 'search', 'aria-label': 'Filter the journal', action: 'journal.html'}, h('div', {class: 'field'}, h('label', {for: 'journal-kind'}, 'Kind'), kind),
    text('journal-about', 'about', 'About'), text('journal-q', 'q', 'Text'), h('div', {class: 'field'}, h('label', {for: 'journal-order'}, 'Order'), order), h('button', {type: 'submit'}, 'Filter'));
}

await start(async (main) => {
  const query = {kind: params.get('kind') ?? undefined, about: params.get('about') ?? undefined, q: params.get('q') ?? undefined, order: params.get('order') ?? 'desc'};
  const list = paged({caption: 'Records', columns: COLUMNS, key: (e) => e.number,
    none: () => empty('No record here.', h('p', {}, link('The whole journal', 'journal'), '; or record something in ', link('a case', 'cases'), '.'))}, (cursor) => read(at('journal'), {...query, cursor}));
  fill(main, h('p', {class: 'lead'}, 'Append-only: a correction is a new record, never a change.'), chain(), filters(), list.node);
  await list.refresh();
  onChange(['journal'], list.refresh);
});

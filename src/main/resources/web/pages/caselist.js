/** The list of cases, with what policy proposes above it. */
import {Attempt, at, read} from './api.js';
import {badge, caseLink, commas, empty, fill, h, keyed, link, platformLink, to} from './dom.js';
import {action, form, unfold} from './forms.js';
import {number, when} from './format.js';
import {proposal} from './proposals.js';
import {caseForm, platformForm, violationForm} from './record.js';
import {guarded, onChange, params} from './shell.js';
import {paged} from './tables.js';
import {instants, timeTravel} from './timetravel.js';

const count = (value, kind, query) => (value === 0 ? '0' : link(number(value), 'records', {kind, ...query}));

const COLUMNS = [
  {head: 'Case', cell: (c) => caseLink(c.id)},
  {head: 'On', cell: (c) => [c.subject.kind === 'platform' ? platformLink(c.subject.id, c.subject.name ?? c.subject.id) : link(c.subject.name ?? c.subject.id, 'records', {kind: 'platforms', operator: c.subject.id}), h('span', {class: 'tag'}, c.subject.kind)]},
  {head: 'State', cell: (c) => badge(c.state)},
  {head: 'Violations', num: true, cell: (c) => count(c.violations, 'violations', {case: c.id})},
  {head: 'Demands', num: true, cell: (c) => count(c.demands, 'demands', {case: c.id})},
  {head: 'Proposed', num: true, cell: (c) => count(c.proposals, 'proposals', {case: c.id, state: 'open'})},
  {head: 'Decisions', num: true, cell: (c) => count(c.decisions, 'decisions', {case: c.id})},
  {head: 'In force', num: true, cell: (c) => count(c.inForce, 'decisions', {case: c.id, state: 'in force'})},
  {head: 'Authority', cell: (c) => c.authority},
  {head: 'Opened', cell: (c) => when(c.opened)},
];

function filters() {
  const control = (name, label, node) => h('div', {class: 'field'}, h('label', {for: `filter-${name}`}, label), node);
  const state = h('select', {id: 'filter-state', name: 'state'}, [['', 'all'], ['open', 'open'], ['closed', 'closed']].map(([v, t]) => h('option', {value: v, selected: v === (params.get('state') ?? '')}, t)));
  const q = h('input', {id: 'filter-q', name: 'q', type: 'search', value: params.get('q') ?? ''});
  const node = h('form', {class: 'row', role: 'search', 'aria-label': 'Filter cases', action: 'cases.html'},
    control('q', 'Text', q), control('state', 'State', state), h('button', {type: 'submit'}, 'Filter'));
  return node;
}

function proposed() {
  const list = h('div', {class: 'proposals'});
  const node = h('section', {'aria-labelledby': 'proposed-title', hidden: true}, h('h2', {id: 'proposed-title'}, 'Proposed decisions'), list);
  const show = async () => {
    const {items} = await read(at('proposals'), {state: 'open'});
    node.hidden = items.length === 0;
    keyed(list, items, (p) => p.id, (p) => proposal(p, () => guarded(show)));
  };
  return {node, show};
}

const RULE_STATES = {
  due: ['proposed', 'fires now'], later: ['announced', 'fires later'], standing: ['taken', 'what it made stands'], done: ['done', 'has made what it can'], waiting: ['waiting', 'waits'],
};

function rule(r) {
  const [mark, said] = RULE_STATES[r.state] ?? ['waiting', r.state];
  return h('li', {}, badge(mark, said), ' ', h('code', {}, r.rule), ' on ',
    r.on.kind === 'platform' ? platformLink(r.on.id, r.on.name ?? r.on.id) : link(r.on.name ?? r.on.id, 'records', {kind: 'platforms', operator: r.on.id}),
    h('span', {class: 'quiet'}, ', leads to ', h('code', {}, r.decision)),
    r.why.length > 0 && h('p', {}, r.why.join('; ')),
    r.due && h('p', {}, 'Fires ', when(r.due), ' if nothing is recorded before'));
}

function policy() {
  const list = h('ul', {class: 'plain rules'});
  const mode = h('p', {});
  const node = h('section', {'aria-labelledby': 'policy-title'}, h('h2', {id: 'policy-title'}, 'Policy'), mode, list);
  const set = (to) => async () => {
    await new Attempt().send('PUT', at('policy'), {mode: to});
    await show();
  };
  const show = async () => {
    const now = await read(at('policy'));
    const other = now.mode === 'propose' ? ['decide', 'Let it decide by itself'] : ['propose', 'Let it only propose'];
    fill(mode, now.mode === 'propose' ? 'It proposes; a person takes or dismisses. ' : 'It takes by itself what it proposes. ', action(other[1], set(other[0])));
    keyed(list, now.rules, (r) => `${r.rule} ${r.on.id}`, rule);
    if (now.rules.length === 0) fill(list, h('li', {}, 'This laboratory has no rules of policy; decide in a case.'));
  };
  return {node, show};
}

async function enter() {
  const [platforms, operators] = await Promise.all([read(at('platforms'), {limit: 1000}), read(at('operators'), {limit: 1000})]);
  const subjects = [...platforms.items.map((p) => [`platform:${p.id}`, `platform ${p.name} (${p.id})`]), ...operators.items.map((o) => [`operator:${o.id}`, `operator ${o.name} (${o.id}), all its platforms`])];
  return h('section', {'aria-labelledby': 'enter-title', class: 'record'}, h('h2', {id: 'enter-title'}, 'Record'),
    platforms.items.length > 0 && unfold('A violation', violationForm(platforms.items.map((p) => p.id), () => {}).node, {className: 'button'}),
    subjects.length > 0 && unfold('A case', caseForm(subjects, ({location: path}) => path && setTimeout(() => { location.href = to('cases', {case: decodeURIComponent(path.split('/').at(-1))}); }, 0)).node, {className: 'button'}),
    unfold('A platform', platformForm(undefined, (attempt, body, dryRun) => attempt.send('POST', at('platforms'), body, {dryRun}), () => {}).node, {className: 'button'}));
}

/** The page. */
export async function caselist(main) {
  const query = {state: params.get('state') ?? undefined, q: params.get('q') ?? undefined, platform: params.get('for') ?? undefined, ...instants()};
  const cases = paged({
    caption: 'Cases', columns: COLUMNS, key: (c) => c.id,
    none: () => empty('No case here.', query.q || query.state ? h('p', {}, link('All cases', 'cases')) : 'Open one below on a platform or on its operator: violations, demands and decisions are kept in it.'),
  }, (cursor) => read(at('cases'), {...query, cursor}));
  const above = proposed();
  const rules = policy();
  fill(main, above.node, h('section', {'aria-label': 'Cases'}, filters(), cases.node, timeTravel('cases')), await enter(), rules.node);
  const show = () => Promise.all([cases.refresh(), above.show(), rules.show()]);
  await show();
  onChange(['journal', 'clock'], show);
}

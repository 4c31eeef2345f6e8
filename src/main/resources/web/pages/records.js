/** Lists behind the numbers: violations, demands, proposals, decisions, platforms, operators. */
import {at, read} from './api.js';
import {badge, caseLink, commas, decisionLink, empty, fill, h, link, platformLink, to} from './dom.js';
import {opens} from './dialogs.js';
import {form} from './forms.js';
import {number, plural, when} from './format.js';
import {inForceFrom} from './decision.js';
import {onChange, params, start} from './shell.js';
import {paged} from './tables.js';
import {instants, timeTravel} from './timetravel.js';

const inJournal = (number, id) => link(`no. ${number}`, 'journal', {about: id});

function retract(v) {
  if (v.retracted) return h('span', {}, badge('lifted', 'retracted'), ` ${v.retracted.why}`);
  return opens('Retract…', `Retract ${v.id}`, () => form({
    label: `Retract ${v.id}`, submit: 'Retract it', fields: [{name: 'why', label: 'Why', required: true}],
    send: (attempt, body, dryRun) => attempt.send('POST', at('violations', v.id, 'retraction'), body, {dryRun}),
  }));
}

const VIOLATIONS = {
  title: 'Violations', filters: [['platform', 'Platform'], ['case', 'Case'], ['kind', 'Kind', 'what'], ['basis', 'Legal basis'], ['q', 'Text']],
  none: () => empty('No violation here.', h('p', {}, 'Record one in ', link('a case', 'cases'), '.')),
  columns: [
    {head: 'Violation', cell: (v) => [v.id, v.reconstructed && h('span', {class: 'tag'}, 'reconstructed')]},
    {head: 'Date', cell: (v) => when(v.at)}, {head: 'Platform', cell: (v) => platformLink(v.platform)},
    {head: 'Kind', cell: (v) => v.kind}, {head: 'What happened', cell: (v) => v.description}, {head: 'Legal basis', cell: (v) => v.basis},
    {head: 'Source', cell: (v) => v.source}, {head: 'Recorded', cell: (v) => [inJournal(v.number, v.id), ` by ${v.recordedBy}`]}, {head: 'Retraction', cell: retract},
  ],
};

const DEMANDS = {
  title: 'Demands', filters: [['case', 'Case'], ['state', 'State', 'state', ['open', 'met', 'ignored']], ['q', 'Text']],
  none: () => empty('No demand here.', h('p', {}, 'Make one in ', link('a case', 'cases'), '.')),
  columns: [
    {head: 'Demand', cell: (d) => d.id}, {head: 'State', cell: (d) => badge(d.state)}, {head: 'By', cell: (d) => d.by}, {head: 'It demands to', cell: (d) => d.what},
    {head: 'Case', cell: (d) => caseLink(d.case)}, {head: 'Made', cell: (d) => when(d.madeAt)}, {head: 'Until', cell: (d) => (d.until ? when(d.until) : '–')},
    {head: 'Answers', cell: (d) => (d.answers.length === 0 ? '–' : h('ul', {class: 'plain'}, d.answers.map((a) => h('li', {}, badge(a.outcome), ' ', when(a.at), a.text && `: ${a.text}`))))},
    {head: 'Recorded', cell: (d) => [inJournal(d.number, d.id), ` by ${d.recordedBy}`]},
  ],
};

const PROPOSALS = {
  title: 'Proposals', filters: [['case', 'Case'], ['state', 'State', 'state', ['open', 'taken', 'dismissed', 'all']]],
  none: () => empty('No proposal here.', 'Policy proposes a decision when the conditions of one of its rules are met.'),
  columns: [
    {head: 'Proposal', cell: (p) => link(p.id, 'cases', {proposal: p.id})}, {head: 'State', cell: (p) => badge(p.state === 'open' ? 'proposed' : p.state)},
    {head: 'Measure', cell: (p) => badge(p.measure)}, {head: 'On', cell: (p) => commas(p.on.map((id) => platformLink(id)))},
    {head: 'Case', cell: (p) => caseLink(p.case)}, {head: 'Why', cell: (p) => p.why}, {head: 'Proposed', cell: (p) => [when(p.proposedAt), ` by ${p.recordedBy}`]},
  ],
};

const DECISIONS = {
  title: 'Decisions', filters: [['case', 'Case'], ['platform', 'Platform'], ['state', 'State', 'state', ['planned', 'proposed', 'taken', 'announced', 'in force', 'lifted', 'superseded']], ['authority', 'Authority'], ['q', 'Text']],
  none: () => empty('No decision here.', h('p', {}, 'Take one in ', link('a case', 'cases'), '.')),
  columns: [
    {head: 'Decision', cell: (d) => decisionLink(d.id)}, {head: 'State', cell: (d) => badge(d.state)}, {head: 'Measure', cell: (d) => badge(d.measure)},
    {head: 'On', cell: (d) => commas(d.on.map((id) => platformLink(id)))}, {head: 'Case', cell: (d) => caseLink(d.case)},
    {head: 'In force from', cell: (d) => (inForceFrom(d) ? when(inForceFrom(d)) : '–')}, {head: 'Authority', cell: (d) => d.authority}, {head: 'Legal basis', cell: (d) => d.law.register},
    {head: 'Recorded', cell: (d) => [inJournal(d.number, d.id), ` by ${d.recordedBy}`]},
  ],
};

const PLATFORMS = {
  title: 'Platforms', filters: [['operator', 'Operator'], ['q', 'Text']],
  none: () => empty('No platform here.', h('p', {}, 'Enter one under ', link('Cases', 'cases'), '.')),
  columns: [
    {head: 'Platform', cell: (p) => platformLink(p.id, p.name)}, {head: 'Operator', cell: (p) => link(p.operator.name, 'records', {kind: 'platforms', operator: p.operator.id})},
    {head: 'Violations', num: true, cell: (p) => link(number(p.violations), 'records', {kind: 'violations', platform: p.id})},
    {head: 'In force', cell: (p) => (p.inForce.length === 0 ? '–' : commas(p.inForce.map(decisionLink)))},
    {head: 'Cases', cell: (p) => (p.cases.length === 0 ? '–' : commas(p.cases.map(caseLink)))}, {head: 'Resources', num: true, cell: (p) => platformLink(p.id, plural(p.resources.length, 'resource'))},
  ],
};

const OPERATORS = {
  title: 'Operators', filters: [['q', 'Text']],
  none: () => empty('No operator here.', h('p', {}, 'One is entered with its first platform, under ', link('Cases', 'cases'), '.')),
  columns: [
    {head: 'Operator', cell: (o) => `${o.name} (${o.id})`}, {head: 'Platforms', cell: (o) => (o.platforms.length === 0 ? '–' : commas(o.platforms.map((id) => platformLink(id))))},
    {head: 'Cases', cell: (o) => link('cases on it', 'cases', {q: o.id})},
  ],
};

const KINDS = {violations: VIOLATIONS, demands: DEMANDS, proposals: PROPOSALS, decisions: DECISIONS, platforms: PLATFORMS, operators: OPERATORS};

function filters(kind, spec) {
  const fields = spec.filters.map(([name, label, as, choices]) => {
    const param = as && as !== 'state' ? as : name;
    const id = `filter-${name}`;
    const now = params.get(param) ?? '';
    const control = choices
      ? h('select', {id, name: param}, ['', ...choices].map((c) => h('option', {value: c, selected: c === now}, c || 'any')))
      : h('input', {id, name: param, type: 'search', value: now});
    return h('div', {class: 'field'}, h('label', {for: id}, label), control);
  });
  return h('form', {class: 'row', role: 'search', 'aria-label': `Filter ${kind}`, action: 'records.html'}, h('input', {type: 'hidden', name: 'kind', value: kind}), fields, h('button', {type: 'submit'}, 'Filter'));
}

const tabs = (kind) => h('nav', {'aria-label': 'Kinds of records', class: 'tabs'}, h('ul', {},
  Object.entries(KINDS).map(([name, {title}]) => h('li', {}, link(title, 'records', {kind: name}, {'aria-current': name === kind ? 'page' : undefined})))));

await start(async (main) => {
  const kind = Object.hasOwn(KINDS, params.get('kind') ?? '') ? params.get('kind') : 'violations';
  const spec = KINDS[kind];
  fill(document.querySelector('h1'), spec.title);
  document.title = `${spec.title} · nadzor`;
  const query = Object.fromEntries(spec.filters.map(([name, , as]) => [name, params.get(as && as !== 'state' ? as : name) ?? undefined]));
  const list = paged({caption: spec.title, columns: spec.columns, key: (item) => item.id, none: spec.none},
    (cursor) => read(at(kind), {...query, ...instants(), retracted: kind === 'violations', cursor}));
  fill(main, tabs(kind), filters(kind, spec), list.node, timeTravel('records'));
  await list.refresh();
  onChange(['journal', 'clock'], list.refresh);
});

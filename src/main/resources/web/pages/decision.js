/** Decisions: a table of them, one with its moves and statements, lifting; a proposal by itself. */
import {Problem, at, read, tag} from './api.js';
import {badge, caseLink, commas, decisionLink, empty, facts, fill, h, keyed, link, platformLink} from './dom.js';
import {opens} from './dialogs.js';
import {form} from './forms.js';
import {when} from './format.js';
import {because, proposal} from './proposals.js';
import {guarded, notHere, onChange} from './shell.js';
import {statements} from './statements.js';
import {table} from './tables.js';
import {instants, timeTravel} from './timetravel.js';

const ENDED = ['lifted', 'superseded', 'planned'];

/** The instant at which it comes or came into force. */
export const inForceFrom = (d) => d.moves.find((m) => m.to === 'in force')?.at;

/** Lifts a decision as it was read. */
function liftForm(d, done) {
  return form({
    label: `Lift ${d.id}`, submit: 'Lift it', done, again: done,
    fields: [{name: 'why', label: 'Why', required: true}, {name: 'by', label: 'By', hint: 'The authority that decided where it is left empty.'}],
    send: async (attempt, body, dryRun) => attempt.send('POST', at('decisions', d.id, 'lift'), body, {dryRun, etag: tag(d)}),
  });
}

const lift = (d, done) => opens('Lift…', `Lift ${d.id}`, () => liftForm(d, done));

/** A table of decisions; each that can be lifted has its form. */
export function decisionTable(caption, done) {
  const made = table({
    caption, key: (d) => d.id,
    columns: [
      {head: 'Decision', cell: (d) => decisionLink(d.id)},
      {head: 'State', cell: (d) => badge(d.state)},
      {head: 'Measure', cell: (d) => [badge(d.measure), ' ', h('span', {class: 'quiet'}, d.scope.join(', '))]},
      {head: 'On', cell: (d) => commas(d.on.map((id) => platformLink(id)))},
      {head: 'In force from', cell: (d) => (inForceFrom(d) ? when(inForceFrom(d)) : '–')},
      {head: 'Authority', cell: (d) => d.authority},
      {head: 'Lift', cell: (d) => (ENDED.includes(d.state) ? h('span', {class: 'quiet'}, '–') : lift(d, done))},
    ],
    none: () => empty('No decision yet.', 'Policy proposes one when its conditions are met; or take one of your own below.'),
  });
  return {node: h('section', {'aria-label': caption}, made.node), show: made.show};
}

function terms(d) {
  return facts(
    ['State', badge(d.state)], ['Measure', [badge(d.measure), ` of ${d.scope.join(', ')}`]],
    ['On', commas(d.on.map((id) => platformLink(id)))], ['Case', caseLink(d.case)],
    ['Authority', [d.authority, d.agreedWith && ` in agreement with ${d.agreedWith}`]],
    ['Legal basis', d.law.announced === d.law.register ? d.law.announced : `${d.law.announced}; in the register: ${d.law.register}`],
    ['Number', d.registerNumber], ['Holds', commas(d.holds.map((m) => h('code', {}, m)))],
    ['In the register', [link(`entry type ${d.entryType}, block type ${d.blockType}`, 'register', {decision: d.id})]],
    ['Transition', d.transition], ['Until', d.until && when(d.until)],
    ['Supersedes', d.supersedes && decisionLink(d.supersedes)], ['Superseded by', d.supersededBy && decisionLink(d.supersededBy)],
    ['Lifted', d.lifting && [when(d.lifting.at), ` by ${d.lifting.by}: ${d.lifting.why}`]],
    ['Recorded', [link(`no. ${d.number}`, 'journal', {about: d.id}), ` by ${d.recordedBy}, `, when(d.recordedAt)]],
    ['Restrictions', link('those that happened by it', 'flows', {view: 'restrictions', decision: d.id})],
  );
}

const move = (m) => h('li', {class: m.planned ? 'planned' : undefined}, h('span', {class: 'date'}, when(m.at)), ' ',
  h('div', {}, badge(m.to), m.planned && h('span', {class: 'tag'}, 'planned')));

async function readOr404(main, what, path) {
  try {
    return await read(path, instants());
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere(what, decodeURIComponent(path.split('/').at(-1)), 'records'));
    return undefined;
  }
}

function titled(text) {
  fill(document.querySelector('h1'), text);
  document.title = `${text} · nadzor`;
}

/** The page of one decision. */
export async function decisionPage(main, id) {
  if (!(await readOr404(main, 'decision', at('decisions', id)))) return;
  titled(`Decision ${id}`);
  const head = h('div', {});
  const lifting = h('div', {class: 'choices'});
  const why = h('div', {});
  const moves = h('ol', {class: 'timeline'});
  const texts = statements(at('decisions', id, 'statements'), () => empty('No statement yet.', 'One is published with the announcement, the restriction and the lifting.'), instants());
  fill(main, h('p', {}, link('← All cases', 'cases')), head, lifting, why,
    h('section', {'aria-labelledby': 'moves-title'}, h('h2', {id: 'moves-title'}, 'Moves'), moves),
    h('section', {'aria-labelledby': 'statements-title'}, h('h2', {id: 'statements-title'}, 'Statements'), texts.node), timeTravel('cases'));

  async function show() {
    const now = await read(at('decisions', id), instants());
    fill(head, terms(now));
    fill(why, now.because && h('section', {}, h('h2', {}, 'Why'), because(now.because)));
    const liftable = !ENDED.includes(now.state) && !Object.values(instants()).some(Boolean);
    keyed(lifting, liftable ? [{id, revision: now.revision}] : [], () => id, () => lift(now, () => guarded(show)));
    keyed(moves, now.moves, (m) => `${m.to} ${m.at}`, move);
    await texts.show();
  }

  await show();
  onChange(['journal', 'clock', 'version'], show);
}

/** The page of one proposal. */
export async function proposalPage(main, id) {
  if (!(await readOr404(main, 'proposal', at('proposals', id)))) return;
  titled(`Proposal ${id}`);
  const place = h('div', {class: 'proposals'});
  fill(main, h('p', {}, link('← All cases', 'cases')), place);
  const show = async () => keyed(place, [await read(at('proposals', id))], (p) => p.id, (p) => proposal(p, () => guarded(show)));
  await show();
  onChange(['journal'], show);
}

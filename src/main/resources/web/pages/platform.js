/** A platform's card: its resources, what holds it, correction by a new card. */
import {Problem, at, read, tag} from './api.js';
import {caseLink, commas, decisionLink, facts, fill, h, link} from './dom.js';
import {unfold} from './forms.js';
import {plural} from './format.js';
import {platformForm, violationForm} from './record.js';
import {notHere, onChange} from './shell.js';
import {table} from './tables.js';

const WORDS = {front: 'front: pages and apps', cdn: 'cdn: pictures and films', api: 'api: programs'};

function head(p) {
  return facts(
    ['Operator', link(`${p.operator.name} (${p.operator.id})`, 'records', {kind: 'platforms', operator: p.operator.id})],
    ['Violations', link(plural(p.violations, 'violation counts', 'violations count'), 'records', {kind: 'violations', platform: p.id})],
    ['In force', p.inForce.length === 0 ? 'nothing' : commas(p.inForce.map(decisionLink))],
    ['Cases', p.cases.length === 0 ? [`none; `, link('open one', 'cases')] : commas(p.cases.map(caseLink))],
    ['Register', link('its entries', 'register', {platform: p.id})],
    ['Records', link('in the journal', 'journal', {about: p.id})],
  );
}

function correction(card, refreshed) {
  const send = (attempt, body, dryRun) => attempt.send('PUT', at('platforms', card.id), body, {dryRun, etag: tag(card)});
  return platformForm(card, send, () => {}, refreshed).node;
}

/** The page. */
export async function platformPage(main, id) {
  let card;
  try {
    card = await read(at('platforms', id));
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.status !== 404) throw fault;
    fill(main, notHere('platform', id, 'cases'));
    return;
  }
  fill(document.querySelector('h1'), card.name);
  document.title = `${card.name} · nadzor`;
  const top = h('div', {});
  const resources = table({
    caption: 'Resources', key: (r) => `${r.role} ${r.match}`, none: () => h('p', {}, 'It has no resources.'),
    columns: [{head: 'Match', cell: (r) => h('code', {}, r.match)}, {head: 'Role', cell: (r) => WORDS[r.role]}, {head: 'Why', cell: (r) => link('what networks do with it', 'why', {q: r.match.replace(/^[.*]+|\*$/g, '')})}],
  });
  const form = h('div', {});
  let editing;

  function edit() {
    editing = card;
    fill(form, correction(card, again));
  }

  async function again() {
    card = await read(at('platforms', id));
    edit();
  }

  edit();
  fill(main, h('p', {}, link('← All cases', 'cases')), top, resources.node,
    h('section', {class: 'record', 'aria-labelledby': 'record-title'}, h('h2', {id: 'record-title'}, 'Record'),
      unfold('A violation', violationForm([id], () => {}).node, {className: 'button'}),
      unfold('A correction of the card', h('div', {}, h('p', {class: 'quiet'}, 'The earlier card stays in the journal; what the register holds follows the new one.'), form), {className: 'button'})));

  async function show() {
    card = await read(at('platforms', id));
    fill(top, head(card));
    resources.show(card.resources);
    const open = form.closest('details').open;
    if (!open && editing.revision !== card.revision) edit();
  }

  await show();
  onChange(['journal', 'clock'], show);
}

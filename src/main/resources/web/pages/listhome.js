/** The versions of the list, what is in force, a new one from a file. */
import {Attempt, at, read} from './api.js';
import {announce, empty, fill, h, link} from './dom.js';
import {action} from './forms.js';
import {number, when} from './format.js';
import {buildForm} from './listbuild.js';
import {activate, delta, diffLink, kinds, listLink, standing, stateWords} from './listparts.js';
import {guarded} from './shell.js';
import {paged} from './tables.js';

const EVERY = 2000;
const PAGE = 20;

function statePanel(changed) {
  const words = h('div', {});
  const events = h('p', {});
  const buttons = h('div', {class: 'actions'});
  const node = h('section', {class: 'card', 'aria-labelledby': 'list-state'}, h('h2', {id: 'list-state'}, 'In the networks'), words, events, buttons);
  const move = async (word, said) => {
    await new Attempt().send('POST', at('lists', word), {});
    announce(said);
    await changed();
  };
  let was;
  const show = (state) => {
    const now = JSON.stringify(state);
    if (now === was) return false;
    const shape = JSON.stringify([state.trial?.number, state.inForce]);
    const moved = node.dataset.shape !== shape;
    node.dataset.shape = shape;
    was = now;
    fill(words, stateWords(state));
    fill(events, !state.trial && state.newlyRestricted === 0 && link('What trials newly restricted', 'lists', {view: 'events'}));
    if (moved) fill(buttons,
      state.trial && action('In force for everybody', () => move('promote', 'It is in force for everybody.'), {class: 'primary'}),
      state.trial && action('End the trial', () => move('rollback', 'The trial is ended.')),
      !state.trial && state.inForce !== undefined && action('Go back to the version before', () => move('rollback', 'What was in force before is in force again.')));
    return moved;
  };
  return {node, show};
}

const columns = (changed) => [
  {head: 'Version', cell: (v) => listLink(v.number, String(v.number))},
  {head: 'State', cell: standing},
  {head: 'Built', cell: (v) => [when(v.at), ` by ${v.by}`]},
  {head: 'Entries', num: true, cell: (v) => listLink(v.number, number(v.rules))},
  {head: 'By kind', cell: (v) => kinds(v.number, v.kinds)},
  {head: 'Change', cell: (v) => (v.parent === undefined ? 'the first' : diffLink(v.parent, v.number, delta(v.changes)))},
  {head: 'Hash', cell: (v) => h('code', {class: 'hash', title: v.hash}, v.hash.slice(0, 16))},
  {head: 'Note', cell: (v) => v.note},
  {head: 'To do', cell: (v) => activate(v.number, changed)},
];

const none = () => empty('No version has been built yet.', 'Choose a file below: a register, an RPZ zone, hosts, an ad blocker’s list, plain names. Check it first; then build it. Nothing is in force by that.');

const ACTIVATIONS = [
  {head: 'When', cell: (a) => when(a.at)}, {head: 'Version', cell: (a) => (a.number ? listLink(a.number) : 'none')}, {head: 'By', cell: (a) => a.by}, {head: 'How', cell: (a) => (a.rollback ? 'gone back to' : 'activated')},
];

function comparison() {
  const select = (name, label) => h('div', {class: 'field'}, h('label', {for: `compare-${name}`}, label), h('select', {id: `compare-${name}`, name}));
  const from = select('from', 'From version');
  const to = select('to', 'To version');
  const node = h('form', {class: 'row', role: 'search', 'aria-label': 'Compare two versions', action: 'lists.html'}, from, to, h('button', {type: 'submit'}, 'Compare'));
  const show = (latest) => {
    node.hidden = latest < 2;
    if (node.dataset.latest === String(latest)) return;
    node.dataset.latest = latest;
    const numbers = Array.from({length: latest}, (unused, i) => latest - i);
    for (const [field, chosen] of [[from, latest - 1], [to, latest]]) fill(field.lastChild, numbers.map((n) => h('option', {value: n, selected: n === chosen}, String(n))));
  };
  return {node, show};
}

/** The page. */
export async function listsPage(main) {
  const {items: formats} = await read(at('lists', 'formats'));
  const panel = statePanel(() => refresh());
  const compare = comparison();
  const list = paged({caption: 'Versions, the latest first', columns: columns(() => refresh()), key: (v) => v.number, none, mark: (v) => (v.inForce ? 'bites' : undefined)},
    (cursor) => read(at('lists'), {limit: PAGE, cursor}));
  const past = paged({caption: 'What was put in force, the latest first', columns: ACTIVATIONS, key: (a) => `${a.at} ${a.number}`, none: () => empty('No version was put in force yet.', 'Each time stands here.')},
    (cursor) => read(at('lists', 'activations'), {limit: PAGE, cursor}));
  let total = 0;

  async function refresh() {
    panel.show(await read(at('lists', 'state')));
    const [page] = await Promise.all([list.refresh(), past.refresh()]);
    total = page.total;
    compare.show(page.items[0]?.number ?? 0);
  }

  async function look() {
    const moved = panel.show(await read(at('lists', 'state')));
    const page = await read(at('lists', 'activations'), {limit: 1});
    const latest = await read(at('lists'), {limit: 1});
    if (moved || latest.total !== total || page.total !== Number(past.node.dataset.total ?? page.total)) await refresh();
    past.node.dataset.total = page.total;
  }

  fill(main, h('p', {class: 'lead'}, 'A list beside the register: built from files that others wrote, numbered, looked at and tried before it bites, taken back in one step.'),
    panel.node, h('section', {'aria-label': 'Versions'}, list.node, compare.node),
    h('section', {class: 'card', 'aria-labelledby': 'build-title'}, h('h2', {id: 'build-title'}, 'A new version'), buildForm(formats, refresh).node),
    h('section', {'aria-label': 'Activations'}, past.node));
  await refresh();
  setInterval(() => document.visibilityState === 'visible' && guarded(look), EVERY);
}


/** Forms that write: check first (dry run), send, and show each fault beside its field. */
import {Attempt, Problem} from './api.js';
import {announce, fill, h} from './dom.js';
import {field} from './fields.js';
import {written} from './written.js';

/**
 * A form. `send(attempt, body, dryRun)` writes; `compose(values)` makes the body of the fields' values (all that are
 * there, without it); `done(answer)` hears of success. `check: false` leaves out the look beforehand;
 * `show(answer)` says it in other words than those of a record.
 */
export function form({label, fields = [], submit, send, compose = there, done = () => {}, check = true, show = written, danger = false, again}) {
  const made = fields.map(field);
  const out = h('div', {class: 'out', role: 'status'});
  const attempt = new Attempt();
  const press = h('button', {type: 'submit', class: danger ? 'primary danger' : 'primary', 'data-write': true}, submit);
  const look = h('button', {type: 'button', 'data-write': true, onclick: () => run(true)}, 'Check first');
  const node = h('form', {'aria-label': label, novalidate: true}, made.map((f) => f.node), h('div', {class: 'actions'}, press, check && look), out);
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    run(false);
  });

  async function run(dryRun) {
    clear(made, out);
    node.setAttribute('aria-busy', 'true');
    press.disabled = look.disabled = true;
    try {
      const answer = await send(attempt, compose(values(made)), dryRun);
      fill(out, show(answer));
      if (dryRun) return;
      announce(`${label}: done.`);
      await done(answer);
    } catch (fault) {
      refuse(made, out, fault, again);
    } finally {
      node.removeAttribute('aria-busy');
      press.disabled = look.disabled = false;
    }
  }

  return {node, preview: () => run(true), fields: made};
}

const values = (made) => Object.fromEntries(made.map((f) => [f.name, f.value()]));

/** The values that are there. */
export const there = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

function clear(made, out) {
  for (const f of made) f.tell();
  fill(out);
}

/** The field that a pointer names, or the one that holds what it names. */
function named(made, pointer) {
  const fits = made.filter((f) => pointer === f.pointer || pointer.startsWith(`${f.pointer}/`));
  return fits.sort((a, b) => b.pointer.length - a.pointer.length)[0];
}

function refuse(made, out, fault, again) {
  if (!(fault instanceof Problem)) throw fault;
  const rest = [];
  const told = new Map();
  for (const one of fault.faults) {
    const owner = named(made, one.pointer);
    if (owner) told.set(owner, [...(told.get(owner) ?? []), one.detail]);
    else rest.push(one.detail);
  }
  for (const [owner, details] of told) owner.tell(details.join('; '));
  fill(out, problem(fault, rest, again));
  [...told.keys()][0]?.focus();
}

/** A problem in its own words; a 412 and a 409 say what to do. */
export function problem(fault, rest = fault.faults.map((f) => f.detail), again = undefined) {
  const stale = fault.status === 412 || fault.status === 409;
  const details = rest.filter((detail) => !fault.message.includes(detail));
  return h('div', {class: 'problem', role: 'alert'},
    h('p', {}, h('strong', {}, stale && fault.status === 412 ? 'Somebody changed this since you read it' : fault.title)),
    h('p', {}, fault.message),
    details.length > 0 && h('ul', {}, details.map((detail) => h('li', {}, detail))),
    stale && again && h('button', {type: 'button', onclick: again}, 'Read it again'));
}

/** A part that opens: `opened` runs each time it does. */
export function unfold(summary, content, {opened = () => {}, open = false, className = ''} = {}) {
  const node = h('details', {class: className, open}, h('summary', {}, summary), content);
  node.addEventListener('toggle', () => node.open && opened());
  return node;
}

/** A button that writes at once; its problem is told beside it. */
export function action(text, act, props = {}) {
  const said = h('span', {class: 'action-fault', role: 'status'});
  const button = h('button', {type: 'button', 'data-write': true, ...props}, text);
  button.addEventListener('click', async () => {
    button.disabled = true;
    fill(said);
    try {
      await act();
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      fill(said, fault.message);
    } finally {
      button.disabled = false;
    }
  });
  return h('span', {class: 'action'}, button, said);
}

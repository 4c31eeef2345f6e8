/** Time travel: what was in force at an instant, as known at another. */
import {fill, h, to} from './dom.js';
import {fromField, localField, moment} from './format.js';
import {params} from './shell.js';

/** The instants that the page's query asks for, as the API takes them. */
export const instants = () => ({at: params.get('at') ?? undefined, known: params.get('known') ?? undefined});

function field(id, label, value) {
  const node = h('input', {type: 'datetime-local', id, value: value ? localField(value) : undefined});
  return {node: h('div', {class: 'field'}, h('label', {for: id}, label), node), node2: node};
}

/** The form of the two instants; it opens the same page at them. */
export function timeTravel(page) {
  const {at, known} = instants();
  const then = field('travel-at', 'In force at (Moscow time)', at);
  const told = field('travel-known', 'As known at (Moscow time)', known);
  const kept = Object.fromEntries([...params].filter(([name]) => name !== 'at' && name !== 'known'));
  const form = h('form', {'aria-label': 'Time travel', class: 'row'}, then.node, told.node,
    h('button', {type: 'submit'}, 'Show'), at || known ? h('a', {href: to(page, kept)}, 'Back to now') : undefined);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = to(page, {...kept, at: fromField(then.node2.value), known: fromField(told.node2.value)});
  });
  const said = h('div', {});
  if (at || known) {
    fill(said, h('p', {class: 'notice note'}, h('strong', {}, 'Time travel: '), at && `what was in force on ${moment(at)}`, at && known && ', ', known && `as it was known on ${moment(known)}`, '.'));
  }
  return h('div', {}, said, h('details', {open: Boolean(at || known)}, h('summary', {}, 'Time travel'), form));
}

/** The bar above a live list: its stream's state, pause, filters. */
import {announce, fill, h, link} from './dom.js';
import {params, streamState} from './shell.js';
import {number} from './format.js';

/** The two views of what passes. */
export const views = (now) => h('nav', {'aria-label': 'Views', class: 'tabs'}, h('ul', {},
  h('li', {}, link('Flows', 'flows', {}, {'aria-current': now === 'flows' ? 'page' : undefined})),
  h('li', {}, link('Restrictions', 'flows', {view: 'restrictions'}, {'aria-current': now === 'restrictions' ? 'page' : undefined}))));

/** A select or a search field of the filters; what it holds is in the page's query too. */
export function filter(name, label, options) {
  const id = `filter-${name}`;
  const now = params.get(name) ?? '';
  const node = options
    ? h('select', {id, name}, [['', 'all'], ...options].map(([v, t]) => h('option', {value: v, selected: v === now}, t)))
    : h('input', {id, name, type: 'search', value: now});
  return {name, node: h('div', {class: 'field'}, h('label', {for: id}, label), node), value: () => node.value.trim() || undefined, control: node};
}

/** The filters as a form; `changed` hears of each change, which goes into the page's address too. */
export function filterBar(label, filters, changed) {
  const form = h('form', {class: 'row', role: 'search', 'aria-label': label}, filters.map((f) => f.node));
  const apply = () => {
    const query = new URLSearchParams(params);
    for (const f of filters) f.value() ? query.set(f.name, f.value()) : query.delete(f.name);
    history.replaceState({}, '', `${location.pathname}?${query}`);
    changed();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    apply();
  });
  for (const f of filters) f.control.addEventListener('change', apply);
  return form;
}

/** Pause and state of a stream; `stream()` is asked when it is there. */
export function liveBar(stream) {
  const state = h('span', {class: 'live-state', 'data-of': 'list'});
  const gap = h('span', {class: 'quiet', role: 'status'});
  let held = false;
  const button = h('button', {type: 'button', 'aria-pressed': 'false'}, '❚❚ Pause');
  button.addEventListener('click', () => {
    held = !held;
    button.setAttribute('aria-pressed', String(held));
    fill(button, held ? '▶ Go on' : '❚❚ Pause');
    if (held) stream().pause();
    else stream().resume();
    announce(held ? 'Paused.' : 'Going on from where it was paused.');
  });
  const missed = ({missed: count}) => fill(gap, count ? `${number(count)} passed by unseen and are no longer held; the list was read again.` : 'Some passed by unseen; the list was read again.');
  return {node: h('div', {class: 'actions live-bar'}, button, state, gap), show: streamState(state), missed};
}

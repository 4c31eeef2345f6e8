/** Tables and lists of pages: a caption, heads, rows that stay while they do not change, and what stands for nothing. */
import {fill, h, keyed} from './dom.js';
import {number} from './format.js';

/**
 * A table. `columns`: [{head, cell(item), num}]; the first is the row's head. `mark(item)` is a row's class. On a phone each row becomes a card
 * (roles are named, since such a display takes them away).
 */
export function table({caption, columns, key, none, mark = () => undefined}) {
  const heads = columns.map(({head, num}) => h('th', {scope: 'col', role: 'columnheader', class: num ? 'num' : undefined}, head));
  const body = h('tbody', {role: 'rowgroup'});
  const said = h('caption', {}, caption);
  const whole = h('table', {role: 'table', class: 'stack'}, said,
    h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, heads)), body);
  const rest = h('div', {});
  const node = h('div', {class: 'listing'}, whole, rest);

  function show(items) {
    keyed(body, items, key, (item) => row(columns, item, mark(item)));
    whole.hidden = items.length === 0;
    fill(rest, items.length === 0 && none());
  }

  return {node, show, caption: (...text) => fill(said, ...text)};
}

function row(columns, item, mark) {
  return h('tr', {role: 'row', class: mark}, columns.map(({head, cell, num}, i) => {
    const content = h('div', {}, cell(item));
    const props = {class: num ? 'num' : undefined, 'data-head': head};
    return i === 0 ? h('th', {scope: 'row', role: 'rowheader', ...props}, content) : h('td', {role: 'cell', ...props}, content);
  }));
}

/** A table over a list of the API with 'More' for the next page; `read(cursor)` answers a page. */
export function paged(spec, read) {
  const made = table(spec);
  const more = h('button', {type: 'button', onclick: () => load(true)}, 'More');
  const foot = h('p', {class: 'more'});
  const node = h('div', {}, made.node, foot);
  let items = [];
  let next;
  let pages = 1;

  async function load(further) {
    const page = await read(further ? next : undefined);
    items = further ? [...items, ...page.items] : page.items;
    pages = further ? pages + 1 : 1;
    next = page.next;
    made.show(items);
    const partly = next !== undefined;
    fill(foot, page.total > 0 && `${number(items.length)} of ${number(page.total)} `, partly && more);
    return page;
  }

  /** The first page again, and as many more as were open. */
  async function refresh() {
    const open = pages;
    let page = await load(false);
    for (let i = 1; i < open && next; i++) page = await load(true);
    return page;
  }

  return {node, refresh, caption: made.caption};
}

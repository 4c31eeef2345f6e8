/** Making elements. Text goes in as text: nothing here reads HTML. */

/**
 * An element. `props` are attributes (absent and false ones are left out, but for data- and aria-), `on...` are listeners;
 * children are nodes or text, lists of them are opened, absent ones left out.
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    const said = /^(data|aria)-/.test(name);
    if (value === undefined || (value === false && !said)) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true && !said ? '' : value);
  }
  node.append(...present(children));
  return node;
}

function present(children) {
  return children.flat(Infinity).filter((child) => child !== undefined && child !== false && child !== '');
}

/** Puts these children where others were. */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
  return node;
}

/** A page of this dashboard with its query, absent and empty values left out. */
export function to(page, query = {}) {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text ? `${page}.html?${text}` : `${page}.html`;
}

export const link = (text, page, query, props = {}) => h('a', {href: to(page, query), ...props}, String(text));
export const caseLink = (id) => link(id, 'cases', {case: id});
export const decisionLink = (id) => link(id, 'cases', {decision: id});
export const platformLink = (id, text = id) => link(text, 'cases', {platform: id});
export const networkLink = (name) => link(name, 'networks', {network: name});
export const versionLink = (number) => link(`version ${number}`, 'networks', {version: number});

/** Items between which a comma stands. */
export function commas(nodes) {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [', ', node]));
}

/** Term and definition pairs; a pair whose value is absent is left out. */
export function facts(...pairs) {
  const rows = pairs.filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0));
  return h('dl', {}, rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, value))));
}

/** What stands where a list has nothing: what it would hold, and what to do next. */
export function empty(title, ...what) {
  return h('div', {class: 'empty'}, h('p', {class: 'empty-title'}, title), ...what.map((item) => (typeof item === 'string' ? h('p', {}, item) : item)));
}

const MARKS = {
  block: ['✕', 'blocked', 'block'], throttle: ['◐', 'slow', 'throttle'],
  restricted: ['✕', 'blocked', 'restricted'], pass: ['✓', 'ok', 'passes'], none: ['·', 'quiet', 'not judged yet'],
  'in force': ['●', 'blocked', 'in force'], announced: ['◔', 'slow', 'announced'], taken: ['◔', 'slow', 'taken'],
  proposed: ['◇', 'unsure', 'proposed'], planned: ['○', 'quiet', 'planned'], lifted: ['✓', 'ok', 'lifted'], superseded: ['↷', 'quiet', 'superseded'],
  dismissed: ['–', 'quiet', 'dismissed'], waiting: ['○', 'quiet', 'waiting'],
  open: ['○', 'note', 'open'], closed: ['–', 'quiet', 'closed'], met: ['✓', 'ok', 'met'], ignored: ['!', 'slow', 'ignored'],
  ok: ['✓', 'ok', 'ok'], slow: ['◐', 'slow', 'slow'], blocked: ['✕', 'blocked', 'blocked'], down: ['?', 'unsure', 'down'], unsure: ['?', 'unsure', 'unsure'],
  running: ['▶', 'note', 'running'], still: ['❚❚', 'quiet', 'stands still'], done: ['✓', 'ok', 'done'], cancelled: ['–', 'quiet', 'cancelled'], failed: ['!', 'blocked', 'failed'],
};

/** A state as a word with a mark; colour is never the only sign. */
export function badge(word, text) {
  const [mark, tone, said] = MARKS[word] ?? ['·', 'quiet', word];
  return h('span', {class: `badge ${tone}`}, h('span', {'aria-hidden': 'true'}, mark), ` ${text ?? said}`);
}

/** Says it to those who do not see the page. */
export function announce(text) {
  document.getElementById('announce').textContent = text;
}

/**
 * Shows `items` as children of `parent`, in order; a child whose item has not changed stays, with the focus and the
 * open forms in it.
 */
export function keyed(parent, items, key, build) {
  const before = new Map([...parent.children].filter((n) => n.dataset.key).map((n) => [n.dataset.key, n]));
  const nodes = items.map((item) => {
    const said = JSON.stringify(item);
    const old = before.get(String(key(item)));
    if (old?.said === said) return old;
    const node = build(item);
    node.dataset.key = key(item);
    node.said = said;
    return node;
  });
  const kept = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, i) => {
    if (parent.childNodes[i] !== node) parent.insertBefore(node, parent.childNodes[i] ?? null);
  });
}

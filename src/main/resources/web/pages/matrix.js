/** The matrix of a survey: rows of site and technique, a cell for each network; a cell opens. */
import {Problem, at, read} from './api.js';
import {badge, empty, fill, h, keyed, link, networkLink, decisionLink} from './dom.js';
import {dialog} from './dialogs.js';
import {problem} from './forms.js';
import {number} from './format.js';

const TONES = {ok: 'ok', slow: 'slow', blocked: 'blocked', mixed: 'slow', down: 'unsure', unsure: 'unsure', unusable: 'unsure'};

function observation(o, i) {
  return h('section', {class: 'observation'}, h('h4', {}, `Visit ${i + 1}: ${o.summary}`),
    h('p', {class: 'quiet'}, [o.failure && `failure: ${o.failure}`, o.status && `HTTP ${o.status}`, o.octets !== undefined && `${number(o.octets)} B`, o.title && `“${o.title}”`, o.millis !== undefined && `${number(Math.round(o.millis))} ms`].filter(Boolean).join(', ')),
    h('ol', {class: 'trace'}, o.events.map((e) => h('li', {}, h('code', {class: 'ms'}, `${e.atMillis.toFixed(1)} ms`), ' ', e.what))));
}

function restriction(r) {
  return h('li', {}, h('code', {}, r.action), ` at ${r.on}, `, h('code', {}, r.rule), ', because of ', decisionLink(r.reason), r.residual && h('span', {class: 'tag'}, 'residual of an earlier trigger'));
}

function opened(c) {
  const both = (title, list, none) => h('div', {}, h('h3', {}, title), list.length === 0 ? h('p', {class: 'quiet'}, none) : list.map(observation));
  return [
    h('p', {}, badge(c.outcome, c.text ?? c.outcome), ` ${c.why}`),
    h('p', {class: 'quiet'}, c.technique, ' to ', link(c.site, 'why', {q: c.site}), ' in ', networkLink(c.network)),
    h('div', {class: 'columns'}, both('What the client saw', c.seen, 'Nothing was seen.'), both('The same under the control', c.control, 'No control visit.')),
    h('h3', {}, 'What the censor tells of this client'),
    c.events.length === 0 ? h('p', {class: 'quiet'}, 'It restricted nothing of this visit.') : h('ul', {}, c.events.map(restriction)),
  ];
}

async function open(id, cell, title) {
  const out = h('div', {}, h('p', {}, 'Reading…'));
  dialog(title, out, {wide: true});
  try {
    fill(out, opened(await read(at('measurements', id, 'cells', cell))));
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    fill(out, problem(fault));
  }
}

const cellOf = (id, row, only) => (c) => {
  if (!c) return h('td', {class: 'quiet'}, '…');
  const text = c.text ?? (c.stage ? `${c.outcome} (${c.stage})` : c.outcome);
  return h('td', {class: `cell ${TONES[c.outcome] ?? 'unsure'}${only && only !== c.outcome ? ' beside' : ''}`, 'data-outcome': c.outcome},
    h('button', {type: 'button', 'aria-label': `${row.site} by ${row.technique} in ${c.network}: ${text}`, onclick: () => open(id, c.id, `${row.site} by ${row.technique} in ${c.network}`)}, badge(c.outcome, text)),
    c.why && h('small', {}, c.why));
};

/** The matrix, or the rows with this outcome alone; `show` takes it as far as it is. */
export function matrix(id, only) {
  const head = h('tr', {});
  const body = h('tbody', {});
  const whole = h('div', {class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'Matrix'},
    h('table', {class: 'matrix'}, h('caption', {}, 'What each technique comes to in each network; open a cell for what was seen'), h('thead', {}, head), body));
  const rest = h('div', {});
  const show = ({networks, rows: all}) => {
    const rows = only ? all.filter((row) => row.cells.some((c) => c.outcome === only)) : all;
    whole.hidden = rows.length === 0;
    fill(rest, rows.length === 0 && empty('No cell is there yet.', 'They come one by one as the visits end.'));
    fill(head, h('th', {scope: 'col'}, 'Site'), h('th', {scope: 'col'}, 'Technique'), networks.map((n) => h('th', {scope: 'col'}, networkLink(n))));
    keyed(body, rows, (r) => `${r.site} ${r.technique}`, (row) => h('tr', {}, h('th', {scope: 'row'}, row.site, h('small', {}, row.role)), h('th', {scope: 'row', class: 'technique'}, row.technique),
      networks.map((n) => cellOf(id, row, only)(row.cells.find((c) => c.network === n)))));
  };
  return {node: h('div', {}, whole, rest), show};
}

/** Register: the public look-up, what is in force, the statements. */
import {at, read} from './api.js';
import {badge, caseLink, decisionLink, empty, facts, fill, h, link, platformLink} from './dom.js';
import {day, moment, plural, when} from './format.js';
import {problem} from './forms.js';
import {Problem} from './api.js';
import {onChange, params, start} from './shell.js';
import {allStatements, language, statement} from './statements.js';
import {paged} from './tables.js';
import {instants, timeTravel} from './timetravel.js';

function entry(e) {
  return h('article', {class: `card edge ${e.measure === 'block' ? 'blocked' : 'slow'}`},
    h('h3', {}, badge(e.measure), ` Entry ${e.id}`),
    facts(['Entered', when(e.includeTime)], ['Decision of', [`${e.org}, ${day(e.date)}`, e.number && `, no. ${e.number}`]], ['Legal basis', e.legalBasis],
      ['Type', `entry type ${e.entryType}, block type ${e.blockType}`], ['Platform', platformLink(e.platform)], ['Decision', [decisionLink(e.decision), ' in ', caseLink(e.case)]],
      ['Resources', h('code', {}, e.resources.map((r) => r.match).join('  '))]));
}

function verdict(found) {
  const words = {name: 'The name', address: 'The address', url: 'The URL'}[found.kind];
  return h('div', {class: `verdict ${found.held ? 'blocked' : 'ok'}`, 'data-held': found.held},
    h('p', {class: 'verdict-line'}, badge(found.held ? 'restricted' : 'pass', found.held ? 'In the register' : 'Not in the register')),
    h('p', {}, `${words} `, h('strong', {}, found.query), found.held ? ` is restricted by ${plural(found.entries.length, 'entry', 'entries')}` : ' is not restricted', `, ${moment(found.at)}. `,
      link('What each network does with it, and why', 'why', {q: found.query})));
}

function lookup() {
  const input = h('input', {id: 'lookup-q', name: 'q', type: 'search', value: params.get('look') ?? '', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'lookup-hint'});
  const out = h('div', {role: 'status', class: 'out'});
  let lang = 'en';
  const ask = async () => {
    const q = input.value.trim();
    if (q === '') return fill(out);
    try {
      const found = await read(at('register', 'lookup'), {q, lang, ...instants()});
      return fill(out, verdict(found), found.entries.map(entry), found.statements.length > 0 && h('div', {class: 'statements'}, found.statements.map(statement)));
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault;
      return fill(out, problem(fault));
    }
  };
  const form = h('form', {role: 'search', 'aria-label': 'Public look-up', class: 'big-search'},
    h('label', {for: 'lookup-q'}, 'A URL, a host name or an address'), h('div', {class: 'row'}, input, h('button', {type: 'submit', class: 'primary'}, 'Look up')),
    h('p', {class: 'hint', id: 'lookup-hint'}, 'As www.instagram.com, https://www.facebook.com/page, 203.0.113.10'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  const node = h('section', {'aria-labelledby': 'lookup-title', class: 'card'}, h('h2', {id: 'lookup-title'}, 'Look-up'), form, language('lookup-language', (chosen) => {
    lang = chosen;
    ask();
  }), out);
  return {node, ask};
}

const COLUMNS = [
  {head: 'Entry', cell: (e) => String(e.id)}, {head: 'Measure', cell: (e) => badge(e.measure)}, {head: 'Platform', cell: (e) => platformLink(e.platform)},
  {head: 'Resources', cell: (e) => h('ul', {class: 'plain'}, e.resources.map((r) => h('li', {}, h('code', {}, r.match), h('span', {class: 'tag'}, r.role))))},
  {head: 'Entered', cell: (e) => when(e.includeTime)}, {head: 'Decision', cell: (e) => [decisionLink(e.decision), ' in ', caseLink(e.case)]},
  {head: 'By', cell: (e) => [e.org, `, ${day(e.date)}`, e.number && `, no. ${e.number}`]}, {head: 'Legal basis', cell: (e) => e.legalBasis},
  {head: 'Type', cell: (e) => `${e.entryType}, ${e.blockType}`},
];

await start(async (main) => {
  const query = {platform: params.get('platform') ?? undefined, decision: params.get('decision') ?? undefined, measure: params.get('measure') ?? undefined, q: params.get('q') ?? undefined};
  const narrowed = Object.values(query).some(Boolean);
  const search = lookup();
  const list = paged({caption: 'Entries in force', columns: COLUMNS, key: (e) => `${e.id} ${e.platform}`,
    none: () => empty(narrowed ? 'No entry of this kind is in force.' : 'The register is empty.', narrowed ? h('p', {}, link('The whole register', 'register')) : h('p', {}, 'A decision stands here from the instant at which it comes into force. Take one in ', link('a case', 'cases'), '.'))},
  (cursor) => read(at('register'), {...query, ...instants(), cursor}));
  const texts = allStatements(() => empty('Nothing has been published yet.', 'Demands, announcements, restrictions and liftings are published here in English and Russian.'));
  fill(main, h('p', {class: 'lead'}, 'What anybody may ask a regulator: is it restricted, since when, by whom, on which ground.'), search.node,
    h('section', {'aria-label': 'Entries'}, narrowed && h('p', {}, link('← The whole register', 'register')), list.node, timeTravel('register')),
    h('section', {'aria-labelledby': 'texts-title'}, h('h2', {id: 'texts-title'}, 'Statements'), texts.node));
  await Promise.all([list.refresh(), search.ask(), texts.show()]);
  onChange(['journal', 'clock', 'version'], () => Promise.all([list.refresh(), search.ask(), texts.show()]));
});

/** Public statements, English and Russian. */
import {at, read} from './api.js';
import {fill, h, keyed} from './dom.js';
import {about} from './written.js';
import {when} from './format.js';

const LANGUAGES = [['en', 'English'], ['ru', 'Русский']];
const WORDS = {demand: 'Demand', announcement: 'Announcement', restriction: 'Restriction', lifting: 'Lifting'};

/** One statement, as it is published. */
export function statement(s) {
  return h('article', {class: 'statement card', lang: s.lang},
    h('p', {class: 'kicker', lang: 'en'}, `${WORDS[s.kind]}, `, when(s.publishedAt)),
    h('h3', {}, s.title),
    h('p', {class: 'text'}, s.text),
    h('p', {class: 'quiet', lang: 'en'}, 'About ', about(s.kind === 'demand' ? 'demand' : 'decision', s.about)));
}

/** The choice of a language; `chosen(lang)` hears of it. */
export function language(name, chosen) {
  const radios = LANGUAGES.map(([lang], i) => h('input', {type: 'radio', name, value: lang, checked: i === 0, onchange: () => chosen(lang)}));
  return h('fieldset', {class: 'language'}, h('legend', {class: 'unseen'}, 'Language of the statements'),
    LANGUAGES.map(([lang, text], i) => h('label', {lang}, radios[i], ' ', text)));
}

/** Statements read from a path, with the choice of a language. */
export function statements(path, none, query = {}, limit = 20) {
  const list = h('div', {class: 'statements'});
  const rest = h('div', {});
  let lang = 'en';
  const show = async () => {
    const page = await read(path, {...query, lang, limit});
    keyed(list, page.items, (s) => `${s.kind} ${s.about} ${s.publishedAt} ${s.lang}`, statement);
    fill(rest, page.items.length === 0 && none());
  };
  const node = h('div', {}, language(`language-${path}`, (chosen) => {
    lang = chosen;
    show();
  }), list, rest);
  return {node, show};
}

export const allStatements = (none) => statements(at('statements'), none);

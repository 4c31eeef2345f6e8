/** A new version from a file: checked first, then built. */
import {Problem, at} from './api.js';
import {h} from './dom.js';
import {form, unfold} from './forms.js';
import {number, plural} from './format.js';
import {changeTable, renamed} from './listdiff.js';
import {findings, severities} from './listlint.js';
import {delta, diffLink, kinds, listLink} from './listparts.js';

const HEADS = {built: '✓ Built.', tried: 'Nothing is kept yet. This would be:', unchanged: 'The latest version is the same; nothing is kept.'};

function read({items, refusedValues, unordered, remarks, refusals}) {
  return [
    h('p', {}, `${plural(items, 'item')} read, ${plural(refusedValues, 'value')} refused, ${number(unordered)} that restrict nothing.`),
    remarks.length > 0 && unfold('What was repaired and refused', h('div', {},
      h('ul', {}, remarks.map(({what, count}) => h('li', {}, `${number(count)} × ${what}`))),
      refusals.length > 0 && h('p', {}, 'The first that were refused:'),
      h('ul', {}, refusals.map((text) => h('li', {}, h('code', {}, text)))))),
  ];
}

/** What became of it, in words. */
function built(answer) {
  const {outcome, version} = answer;
  const changes = changeTable('The first changes');
  changes.show(answer.changes);
  return h('div', {class: outcome === 'tried' ? 'preview' : 'preview is-done'},
    h('p', {}, h('strong', {}, HEADS[outcome]), version && [' ', listLink(version.number), '.']),
    h('p', {}, `${plural(answer.rules, 'entry', 'entries')}: `, kinds(version?.number, answer.kinds), '; against the latest version: ',
      version?.parent ? diffLink(version.parent, version.number, delta(answer.counts)) : delta(answer.counts), '.'),
    renamed(answer.renamings),
    read(answer),
    answer.objections.map(({why}) => h('p', {class: 'notice slow'}, h('strong', {}, 'It looks like an accident: '), `${why}.`)),
    answer.lint && [h('p', {}, 'Lint: ', severities(answer.lint.counts)), findings('The worst findings', answer.lint.findings)],
    answer.changes.length > 0 && unfold('The first changes', changes.node));
}

/** The form. */
export function buildForm(formats, done) {
  const chosen = (values) => {
    if (!values.file) throw new Problem({status: 400, title: 'No file is chosen', detail: 'Choose the list that the version is built from.', errors: [{pointer: '#body', detail: 'found nothing, expected a file'}]});
    return values;
  };
  const made = form({
    label: 'Build a version', submit: 'Build it',
    fields: [
      {name: 'file', label: 'File', kind: 'file', pointer: '#body', required: true, hint: 'As others publish it; zip and gzip are unpacked. At most 512 MiB.'},
      {name: 'name', label: 'Name, where it is another than the file’s', pointer: '#query/name'},
      {name: 'format', label: 'Format', kind: 'select', pointer: '#query/format', options: [['', 'detected'], ...formats.map(({format}) => [format, format])]},
      {name: 'measure', label: 'What a list means that does not say', kind: 'select', pointer: '#query/measure', value: 'block', options: [['block', 'block'], ['throttle', 'throttle']]},
      {name: 'recordedBy', label: 'Built by', pointer: '#query/recordedBy'},
      {name: 'note', label: 'Note', pointer: '#query/note'},
      {name: 'strict', label: 'Refuse the whole where one value cannot be used', kind: 'switch', pointer: '#query/strict'},
      {name: 'yesReally', label: 'Keep it even where it looks like an accident', kind: 'switch', pointer: '#query/yesReally'},
    ],
    compose: (values) => values,
    send: async (attempt, values, dryRun) => {
      const {file, ...rest} = chosen(values);
      return attempt.send('POST', at('lists', 'build'), file, {dryRun, params: {...rest, name: rest.name ?? file.name}});
    },
    show: built,
    done: () => done(),
  });
  return made;
}


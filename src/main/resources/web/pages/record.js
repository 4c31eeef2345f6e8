/** The record form of a case: violation, demand, answer, decision, closing. */
import {at, read, tag} from './api.js';
import {form, there, unfold} from './forms.js';
import {h, fill} from './dom.js';

const MEASURES = [['block', 'block'], ['throttle', 'throttle (slow down)']];
const SCOPE = [['front', 'front: pages and apps'], ['cdn', 'cdn: pictures and films'], ['api', 'api: programs']];
const BLOCK_TYPES = [['', 'as policy has it'], ['default', 'default (by URL)'], ['domain', 'domain'], ['domain-mask', 'domain-mask'], ['ip', 'ip']];

const post = (...path) => (attempt, body, dryRun) => attempt.send('POST', at(...path), body, {dryRun});
const options = (ids) => ids.map((id) => [id, id]);

/** Records a violation; the platform is asked for where there are several. */
export function violationForm(platforms, done) {
  return form({
    label: 'Record a violation', submit: 'Record the violation', send: post('violations'), done,
    fields: [
      {name: 'platform', label: 'Platform', kind: 'select', options: options(platforms)},
      {name: 'kind', label: 'Kind', required: true, hint: 'One word that policy counts by, as media-restricted or calls-for-violence.'},
      {name: 'basis', label: 'Legal basis', hint: 'As 272-FZ art. 3.3'},
      {name: 'description', label: 'What happened', kind: 'area'},
      {name: 'source', label: 'Source', required: true, hint: 'Who says so.'},
      {name: 'at', label: 'When (Moscow time)', kind: 'moment', hint: 'Now where it is left empty.'},
      {name: 'reconstructed', label: 'Reconstructed: only a total is public', kind: 'switch'},
    ],
    compose: (values) => there({...values, reconstructed: values.reconstructed || undefined}),
  });
}

function demandForm(id, authority, done) {
  return form({
    label: 'Make a demand', submit: 'Make the demand', send: post('demands'), done,
    fields: [
      {name: 'by', label: 'By', required: true, value: authority},
      {name: 'what', label: 'It demands to', required: true, kind: 'area', hint: 'The end of the sentence: “… demands to remove the post”.'},
      {name: 'until', label: 'Until (Moscow time)', kind: 'moment'},
    ],
    compose: (values) => there({case: id, ...values}),
  });
}

function answerForm(id, demands, done) {
  return form({
    label: 'Answer a demand', submit: 'Record the answer', done,
    fields: [
      {name: 'demand', label: 'Demand', kind: 'select', options: demands.map((d) => [d.id, `${d.id}: ${d.what}`])},
      {name: 'outcome', label: 'It was', kind: 'select', options: [['ignored', 'ignored'], ['met', 'met']]},
      {name: 'text', label: 'In words', kind: 'area'},
    ],
    compose: (values) => there(values),
    send: (attempt, {demand, ...body}, dryRun) => attempt.send('POST', at('demands', demand, 'answer'), body, {dryRun}),
  });
}

function decisionForm(file, done) {
  return form({
    label: 'Take a decision', submit: 'Take the decision', send: post('decisions'), done,
    fields: [
      {name: 'measure', label: 'Measure', kind: 'select', options: MEASURES},
      {name: 'on', label: 'On', kind: 'checks', options: options(file.platforms), value: file.platforms},
      {name: 'scope', label: 'Of', kind: 'checks', options: SCOPE, value: ['front', 'cdn', 'api']},
      {name: 'authority', label: 'Authority', required: true, value: file.authority},
      {name: 'agreedWith', label: 'In agreement with'},
      {name: 'announced', label: 'Legal basis, as announced', pointer: '/law/announced', required: true},
      {name: 'register', label: 'Legal basis, as the register cites it', pointer: '/law/register', required: true},
      {name: 'inForceFrom', label: 'In force from (Moscow time)', kind: 'moment', hint: 'At once where this and the grace period are left empty.'},
      {name: 'grace', label: 'or grace period from now', kind: 'select', options: [['', 'none'], ['PT1H', '1 hour'], ['PT48H', '48 hours'], ['P7D', '7 days']]},
      {name: 'until', label: 'Until (Moscow time)', kind: 'moment'},
      {name: 'blockType', label: 'Block type in the register', kind: 'select', options: BLOCK_TYPES.map(([v, t], i) => (i === 0 ? ['', 'as it follows from what it holds'] : [v, t]))},
    ],
    compose: ({announced, register, ...rest}) => there({case: file.id, law: there({announced, register}), ...rest}),
  });
}

function closingForm(id, done) {
  return form({
    label: 'Close the case', submit: 'Close the case', danger: true, done, again: done,
    fields: [{name: 'why', label: 'Why', required: true}],
    send: async (attempt, body, dryRun) => attempt.send('POST', at('cases', id, 'closing'), body, {dryRun, etag: tag(await read(at('cases', id)))}),
  });
}

/** All that can be recorded in a case. The answers' form is made anew when the open demands change. */
export function recordPanel(file, done) {
  const answers = h('div', {});
  const node = h('section', {'aria-labelledby': 'record-title', class: 'record'},
    h('h2', {id: 'record-title'}, 'Record'),
    unfold('A violation', violationForm(file.platforms, done).node, {className: 'button'}),
    unfold('A demand', demandForm(file.id, file.authority, done).node, {className: 'button'}),
    answers,
    unfold('A decision of your own', decisionForm(file, done).node, {className: 'button'}),
    unfold('The end of the case', closingForm(file.id, done).node, {className: 'button'}));
  let was = '';
  const demands = (open) => {
    const now = open.map((d) => d.id).join(' ');
    if (now !== was) fill(answers, open.length > 0 && unfold('An answer to a demand', answerForm(file.id, open, done).node, {className: 'button'}));
    was = now;
  };
  return {node, demands};
}

/** Opens a case on a platform or operator. */
export function caseForm(subjects, done) {
  return form({
    label: 'Open a case', submit: 'Open the case', send: post('cases'), done,
    fields: [
      {name: 'subject', label: 'On', kind: 'select', pointer: '/subject', options: subjects},
      {name: 'id', label: 'Id of the case', required: true, hint: 'Letters, digits, dot, dash; as case-example.'},
      {name: 'authority', label: 'Authority', required: true, value: 'Roskomnadzor'},
    ],
    compose: ({subject, ...rest}) => {
      const [kind, id] = subject.split(':');
      return there({...rest, subject: {kind, id}});
    },
  });
}

/** A platform's card: entered, or corrected as a whole. */
export function platformForm(card, send, done, again) {
  return form({
    label: card ? 'Correct the card' : 'Enter a platform', submit: card ? 'Record the correction' : 'Enter the platform', send, done, again,
    fields: [
      ...(card ? [] : [{name: 'id', label: 'Id', required: true, hint: 'Letters, digits, dot, dash.'}]),
      {name: 'name', label: 'Name', required: true, value: card?.name},
      {name: 'operatorId', label: 'Id of its operator', pointer: '/operator', required: true, value: card?.operator.id},
      ...(card ? [] : [{name: 'operatorName', label: 'Name of its operator', pointer: '/operator/name', hint: 'Where the operator is not known yet.'}]),
      {name: 'resources', label: 'Resources', kind: 'resources', required: true, value: card?.resources,
        hint: 'One a line, the role first: front .example.org. A dot in front means the name and all below it; *.name, *text*, addresses, ranges and http://name/path work too.'},
    ],
    compose: ({operatorId, operatorName, ...rest}) => there({...rest, operator: there({id: operatorId, name: operatorName})}),
  });
}

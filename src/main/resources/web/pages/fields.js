/** Fields of forms: a label, a control, a hint, and the place of a fault beside it. */
import {fill, h} from './dom.js';

let numbering = 0;

/**
 * A field. `spec`: {name, label, kind, pointer, required, value, hint, options, rows, attributes}; kinds: text (without
 * one), area, select, checks, switch, date, moment, number, file, resources. Its pointer is '/name' where none is given.
 */
export function field(spec) {
  const id = `field-${++numbering}`;
  const kind = KINDS[spec.kind ?? 'text'](spec, id);
  const fault = h('p', {class: 'fault', id: `${id}-fault`, hidden: true});
  const hint = spec.hint ? h('p', {class: 'hint', id: `${id}-hint`}, spec.hint) : undefined;
  const described = [hint && `${id}-hint`, `${id}-fault`].filter(Boolean).join(' ');
  for (const control of kind.controls()) control.setAttribute('aria-describedby', described);
  return {
    name: spec.name,
    pointer: spec.pointer ?? `/${spec.name}`,
    node: frame(spec, id, kind, hint, fault),
    value: kind.value,
    focus: () => kind.controls()[0]?.focus(),
    tell: (text) => tell(kind.controls(), fault, text),
  };
}

function frame(spec, id, kind, hint, fault) {
  const said = [spec.label, !spec.required && !kind.always && h('span', {class: 'optional'}, ' optional')];
  if (kind.group) return h('fieldset', {class: 'field'}, h('legend', {}, said), kind.node, hint, fault);
  return h('div', {class: `field ${spec.kind ?? 'text'}`}, h('label', {for: id}, said), kind.node, hint, fault);
}

function tell(controls, fault, text) {
  for (const control of controls) control.setAttribute('aria-invalid', text ? 'true' : 'false');
  fault.hidden = !text;
  fill(fault, text ?? '');
}

function input(spec, id, type, more = {}) {
  const node = h('input', {id, name: spec.name, type, value: spec.value, autocomplete: 'off', 'aria-required': spec.required ? 'true' : undefined, ...more, ...spec.attributes});
  return {node, controls: () => [node], value: () => (node.value.trim() === '' ? undefined : node.value.trim())};
}

const KINDS = {
  text: (spec, id) => input(spec, id, 'text'),
  date: (spec, id) => input(spec, id, 'date'),
  number(spec, id) {
    const text = input(spec, id, 'number', {inputmode: 'numeric'});
    return {...text, value: () => (text.value() === undefined ? undefined : Number(text.value()))};
  },
  moment(spec, id) {
    const text = input(spec, id, 'datetime-local');
    return {...text, value: () => (text.value() === undefined ? undefined : `${text.value()}${text.value().length === 16 ? ':00' : ''}+03:00`)};
  },
  area(spec, id) {
    const node = h('textarea', {id, name: spec.name, rows: spec.rows ?? 2, ...spec.attributes}, spec.value);
    return {node, controls: () => [node], value: () => node.value.trim() || undefined};
  },
  select(spec, id) {
    const options = spec.options.map(([value, text]) => h('option', {value, selected: value === spec.value}, text));
    const node = h('select', {id, name: spec.name, ...spec.attributes}, options);
    return {node, always: true, controls: () => [node], value: () => node.value || undefined};
  },
  checks(spec, id) {
    const boxes = spec.options.map(([value]) => h('input', {type: 'checkbox', name: spec.name, value, checked: (spec.value ?? []).includes(value)}));
    const node = h('div', {class: 'checks', id}, spec.options.map(([, text], i) => h('label', {}, boxes[i], ' ', text)));
    return {node, group: true, always: true, controls: () => boxes, value: () => boxes.filter((b) => b.checked).map((b) => b.value)};
  },
  switch(spec, id) {
    const node = h('input', {id, type: 'checkbox', name: spec.name, checked: spec.value});
    return {node, always: true, controls: () => [node], value: () => node.checked};
  },
  file(spec, id) {
    const node = h('input', {id, name: spec.name, type: 'file', 'aria-required': spec.required ? 'true' : undefined, ...spec.attributes});
    return {node, controls: () => [node], value: () => node.files[0]};
  },
  resources,
};

/** Lines of 'role matcher'; the role is front where there is none. */
function resources(spec, id) {
  const text = (spec.value ?? []).map(({match, role}) => `${role} ${match}`).join('\n');
  const node = h('textarea', {id, name: spec.name, rows: Math.max(3, (spec.value ?? []).length + 1), spellcheck: 'false', class: 'code'}, text);
  const value = () => node.value.split('\n').map((line) => line.trim()).filter(Boolean).map(resource);
  return {node, controls: () => [node], value};
}

function resource(line) {
  const found = /^(front|cdn|api)\s+(.*)$/.exec(line);
  return found ? {match: found[2].trim(), role: found[1]} : {match: line, role: 'front'};
}

/** Dialogs: a title, a content, a way out (Escape works too). */
import {h} from './dom.js';

/** Opens a dialog; it is gone when it is closed. */
export function dialog(title, content, {wide = false} = {}) {
  const node = h('dialog', {class: wide ? 'wide' : undefined, 'aria-label': title}, h('h2', {}, title), content,
    h('form', {method: 'dialog', class: 'actions'}, h('button', {type: 'submit'}, 'Close')));
  const opener = document.activeElement;
  node.addEventListener('close', () => {
    node.remove();
    if (opener?.isConnected) opener.focus();
  });
  document.body.append(node);
  node.showModal();
  return node;
}

/** A button that opens a form in a dialog; with `preview` it is checked at once. */
export function opens(text, title, made, {preview = false, label = title} = {}) {
  return h('button', {type: 'button', 'data-write': true, 'aria-label': label, onclick: () => {
    const form = made();
    dialog(title, form.node);
    if (preview) form.preview();
  }}, text);
}

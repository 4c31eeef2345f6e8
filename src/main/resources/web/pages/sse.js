/**
 * Server-sent events over fetch: unlike EventSource it can say where to resume (Last-Event-ID) after an answer that was
 * no stream, and it lets go of its connection while the page is hidden (a browser has six of them for all its tabs).
 */

/** Splits a stream's text into events; incremental. */
export class EventReader {
  #rest = '';
  #event = {type: 'message', data: []};

  /** What has become complete with this piece: `{type, data, id}`. */
  take(text) {
    this.#rest += text;
    const lines = this.#rest.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop();
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line) {
    if (line === '') return this.#flush();
    const colon = line.indexOf(':');
    if (colon === 0) return [];
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#event.type = value;
    if (field === 'data') this.#event.data.push(value);
    if (field === 'id') this.#event.id = value;
    return [];
  }

  #flush() {
    const {type, data, id} = this.#event;
    this.#event = {type: 'message', data: []};
    return data.length === 0 && id === undefined ? [] : [{type, data: data.join('\n'), id}];
  }
}

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/**
 * Follows a stream. `on` has a listener for each kind of event (it gets the parsed data); `state` hears 'live',
 * 'paused', 'lost' and 'resumed'. What passed meanwhile comes after all; a 'gap' event tells how many are no longer held
 * (without a number where nothing had come yet from which to resume).
 */
export class Stream {
  #url;
  #on;
  #state;
  #last;
  #abort;
  #wait = FIRST_WAIT;
  #timer;
  #was = false;
  #held = false;
  #ended = false;

  constructor(url, on, state = () => {}) {
    this.#url = url;
    this.#on = on;
    this.#state = state;
    document.addEventListener('visibilitychange', () => this.#settle());
    window.addEventListener('online', () => this.#settle());
    this.#settle();
  }

  /** Holds it: the connection is let go; `resume` goes on from the last event. */
  pause() {
    this.#held = true;
    this.#settle();
  }

  resume() {
    this.#held = false;
    this.#settle();
  }

  #settle() {
    const wanted = !this.#held && !this.#ended && document.visibilityState === 'visible';
    if (wanted && !this.#abort) this.#open();
    if (!wanted) this.#close();
  }

  #close() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = undefined;
    if (this.#held) this.#state('paused');
  }

  async #open() {
    clearTimeout(this.#timer);
    const mine = new AbortController();
    this.#abort = mine;
    try {
      await this.#read(mine.signal);
    } catch (fault) {
      if (mine.signal.aborted) return;
    }
    if (this.#abort === mine) this.#again();
  }

  #again() {
    this.#abort = undefined;
    if (this.#ended) return;
    this.#state('lost');
    this.#timer = setTimeout(() => this.#settle(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  async #read(signal) {
    const headers = {Accept: 'text/event-stream'};
    if (this.#last !== undefined) headers['Last-Event-ID'] = this.#last;
    const answer = await fetch(this.#url, {headers, signal, cache: 'no-store', credentials: 'same-origin'});
    if (answer.status === 204 || answer.status === 404) this.#ended = true;
    if (!answer.ok || !answer.body) throw new Error(`stream answered ${answer.status}`);
    this.#wait = FIRST_WAIT;
    this.#state(this.#was ? 'resumed' : 'live');
    if (this.#was && this.#last === undefined) this.#on.gap?.({});
    this.#was = true;
    const reader = new EventReader();
    const bytes = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await bytes.read(); !piece.done; piece = await bytes.read()) {
      for (const event of reader.take(piece.value)) this.#give(event);
    }
  }

  #give({type, data, id}) {
    if (id !== undefined) this.#last = id;
    if (type === 'end') this.#ended = true;
    if (data !== '') this.#on[type]?.(JSON.parse(data));
  }

  /** Ends it for good. */
  end() {
    this.#ended = true;
    this.#close();
  }
}

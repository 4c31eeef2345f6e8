/** The laboratory's API: reads, writes and its problems (RFC 9457). */
const API = '/api/v1';
let asked;

/** A refusal: the problem's own words, and its faults with their pointers. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail || body.title);
    this.name = 'Problem';
    this.body = body;
  }

  get status() {
    return this.body.status;
  }

  get title() {
    return this.body.title;
  }

  get faults() {
    return this.body.errors ?? [];
  }
}

/** A path of the API; each part is escaped. */
export const at = (...parts) => `${API}/${parts.map(encodeURIComponent).join('/')}`;

function query(params) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '' && value !== false) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

async function ask(url, options) {
  let answer;
  try {
    answer = await fetch(url, {credentials: 'same-origin', cache: 'no-store', ...options});
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Problem({status: 0, title: 'The laboratory does not answer', detail: 'Is it still running? What you entered is kept here; try again.'});
  }
  if (answer.ok) return answer;
  throw await problemOf(answer);
}

async function problemOf(answer) {
  if ((answer.headers.get('Content-Type') ?? '').includes('json')) return new Problem(await answer.json());
  return new Problem({status: answer.status, title: `The laboratory answered ${answer.status}`, detail: answer.statusText});
}

/** The ETag of what was read: its revision. */
export const tag = ({revision}) => `"${revision}"`;

/** Reads; answers the body. */
export async function read(path, params = {}) {
  const answer = await ask(path + query(params), {headers: {Accept: 'application/json, application/problem+json'}});
  return answer.json();
}

/** Who writes here; asked once. */
export function session() {
  asked ??= read(at('session')).catch((fault) => {
    asked = undefined;
    throw fault;
  });
  return asked;
}

/**
 * Writes; a file goes as it is. `params` are of the query; `dryRun` only checks; `etag` goes as If-Match; `key` as
 * Idempotency-Key, so that the same request sent again does not act twice.
 */
export async function write(method, path, body, {dryRun = false, etag, key, params = {}} = {}) {
  const headers = {Accept: 'application/json, application/problem+json'};
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = isFile ? 'application/octet-stream' : 'application/json';
  if (etag) headers['If-Match'] = etag;
  if (key) headers['Idempotency-Key'] = key;
  const {csrf} = await session();
  if (csrf) headers['X-Nadzor-Csrf'] = csrf;
  const answer = await ask(path + query({...params, dryRun}), {method, headers, body: body === undefined || isFile ? body : JSON.stringify(body)});
  return answer.status === 204 ? {} : answer.json();
}

/**
 * One intention to write: as long as the same thing is sent and no answer came, it keeps its key; what was answered or
 * changed gets a new one.
 */
export class Attempt {
  #key;
  #said;

  async send(method, path, body, options = {}) {
    if (options.dryRun) return write(method, path, body, options);
    const {name, size, lastModified} = body instanceof Blob ? body : {};
    const said = JSON.stringify([method, path, body, options.etag, options.params, name, size, lastModified]);
    if (said !== this.#said) this.#key = crypto.randomUUID();
    this.#said = said;
    try {
      const answer = await write(method, path, body, {...options, key: this.#key});
      this.#said = undefined;
      return answer;
    } catch (fault) {
      if (fault.status !== 0) this.#said = undefined;
      throw fault;
    }
  }
}

/** A request that was refused, with Discord's error code where there is one. */
export class ApiError extends Error {
  constructor(status, body, sent) {
    super(describe(status, body, sent));
    this.status = status;
    this.code = body?.code ?? 0;
  }
}

/** The member-side routes, called as one member. */
export class Api {
  #base;
  #token;

  /**
   * @param {string} base path without a slash at the end; always on this page's own origin, because the
   * page may have been opened under another name of this machine than the server calls itself
   */
  constructor(base, token) {
    this.#base = base;
    this.#token = token;
  }

  get(path) {
    return request('GET', this.#base + path, this.#token);
  }

  post(path, body, file = null) {
    return request('POST', this.#base + path, this.#token, body, file);
  }
}

export const fetchWorld = () => request('GET', '/playground/world');
export const addMember = (name, teacher) => request('POST', '/playground/members', null, { name, teacher });

async function request(method, path, token, body, file) {
  const headers = {};
  if (token) headers.Authorization = token;
  const init = { method, headers, cache: 'no-store' };
  if (file) {
    init.body = new FormData();
    init.body.append('payload_json', JSON.stringify(body));
    init.body.append('files[0]', file, file.name);
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }

  let response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new ApiError(0, { message: 'The playground does not answer. Is it still running?' }, body);
  }

  const text = await response.text();
  const parsed = readJson(text);
  if (!response.ok) throw new ApiError(response.status, parsed, body);
  return parsed;
}

function readJson(text) {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { message: text.slice(0, 200) };
  }
}

function describe(status, body, sent) {
  const faults = [...eachFault(body?.errors, sent, '')];
  const head = body?.message || `The server answered ${status}.`;
  return faults.length === 0 ? head : `${head}: ${faults.join('; ')}`;
}

/** Walks Discord's tree of faults beside what was sent, so that "options.0" can be called by its name. */
function* eachFault(errors, sent, name) {
  if (errors === null || typeof errors !== 'object') return;
  for (const fault of errors._errors ?? []) {
    yield name === '' ? fault.message : `${name}: ${fault.message}`;
  }
  for (const [key, inner] of Object.entries(errors)) {
    if (key === '_errors') continue;
    const below = sent?.[key];
    yield* eachFault(inner, below, nameOf(below) ?? (/^\d+$/.test(key) || name !== '' ? name || key : key));
  }
}

function nameOf(node) {
  return typeof node?.name === 'string' && 'value' in node ? node.name : null;
}

import { Inbox } from './inbox.js';

const HELLO = 10;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const COMMAND = 2;
const COMPONENT = 3;
const AUTOCOMPLETE = 4;
const MODAL_SUBMIT = 5;

/** A member's client: presses and types by the routes that Discord's own clients use. */
export class Member {
  #playground;
  #inbox = new Inbox();
  #socket;
  #heartbeat;
  #session;
  #nonces = 0;

  constructor(playground, { id, name, token }) {
    this.#playground = playground;
    this.id = id;
    this.name = name;
    this.token = token;
  }

  static async logIn(playground, described, WebSocket) {
    const member = new Member(playground, described);
    await member.#connect(WebSocket);
    return member;
  }

  logOut() {
    clearInterval(this.#heartbeat);
    this.#socket.close(1000);
  }

  /** Waits for a gateway event and gives its data. */
  async event(name, matches = () => true) {
    const { data } = await this.#inbox.take(`${name} at ${this.name}`, event => event.name === name && matches(event.data));
    return data;
  }

  hasEvent(name, matches) {
    return this.#inbox.holds(event => event.name === name && matches(event.data));
  }

  /** Uses a command. Options are as Discord's client sends them: `{name, type, value}`. */
  run(place, command, options = [], files = []) {
    return this.#interact(COMMAND, place, commandData(command, options), files);
  }

  /** Is typing one of a command's options: the one with `focused`. */
  type(place, command, options) {
    return this.#interact(AUTOCOMPLETE, place, commandData(command, options));
  }

  /** Presses a button of a message. */
  press(message, customId) {
    return this.#interact(COMPONENT, placeOf(message), { component_type: 2, custom_id: customId });
  }

  /** Chooses from a menu of a message. */
  choose(message, customId, values, componentType = 3) {
    return this.#interact(COMPONENT, placeOf(message), { component_type: componentType, custom_id: customId, values });
  }

  /** Sends a form that INTERACTION_MODAL_CREATE opened, with what was entered by the inputs' custom ids. */
  submit(form, entries) {
    const components = form.components.map(component => filledIn(component, entries));
    return this.#interact(MODAL_SUBMIT, { channel_id: form.channel_id }, { id: form.id, custom_id: form.custom_id, components });
  }

  get(path) {
    return this.#send('GET', path);
  }

  post(path, body) {
    return this.#send('POST', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  /** Gives the interaction's id, once the playground has taken it. */
  async #interact(type, place, data, files = []) {
    const nonce = `${this.id.slice(-8)}-${++this.#nonces}`;
    const { world } = this.#playground;
    const interaction = { type, application_id: world.application_id, ...place, session_id: this.#session, nonce, data };
    if (files.length === 0) await this.post('/interactions', interaction);
    else await this.#send('POST', '/interactions', form(interaction, files));
    const { id } = await this.event('INTERACTION_CREATE', created => created.nonce === nonce);
    return id;
  }

  async #send(method, path, body, headers = {}) {
    const response = await fetch(this.#playground.world.api + path, { method, body, headers: { Authorization: this.token, ...headers } });
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.name}: ${method} ${path} gave ${response.status}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  }

  async #connect(WebSocket) {
    const socket = new WebSocket(`${this.#playground.world.gateway}?v=10&encoding=json`);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data)));
    socket.addEventListener('close', () => clearInterval(this.#heartbeat));
    this.#session = (await this.event('READY')).session_id;
  }

  #receive({ op, t, d }) {
    if (op === HELLO) {
      this.#say(IDENTIFY, { token: this.token, properties: { os: 'linux', browser: 'stock-clients', device: '' } });
      this.#heartbeat = setInterval(() => this.#say(HEARTBEAT, null), d.heartbeat_interval);
    } else if (t) {
      this.#inbox.put({ name: t, data: d });
    }
  }

  #say(op, d) {
    this.#socket.send(JSON.stringify({ op, d }));
  }
}

function placeOf(message) {
  return { guild_id: message.guild_id, channel_id: message.channel_id, message_id: message.id, message_flags: message.flags };
}

function commandData(command, options) {
  return { id: command.id, name: command.name, type: command.type, version: command.version, options };
}

function filledIn(component, entries) {
  const filled = { type: component.type, id: component.id };
  if (component.component) filled.component = filledIn(component.component, entries);
  if (component.components) filled.components = component.components.map(child => filledIn(child, entries));
  if (!component.custom_id) return filled;
  const entered = entries[component.custom_id];
  return { ...filled, custom_id: component.custom_id, ...(Array.isArray(entered) ? { values: entered } : { value: entered }) };
}

function form(payload, files) {
  const body = new FormData();
  body.append('payload_json', JSON.stringify(payload));
  files.forEach(({ name, bytes }, index) => body.append(`files[${index}]`, new Blob([bytes]), name));
  return body;
}

/** The playground's own routes: its world, its faults and its record. */
export class Playground {
  constructor(address, world) {
    this.address = address;
    this.world = world;
  }

  static async open(address) {
    return new Playground(address, await call('GET', `${address}/playground/world`));
  }

  /** Orders a fault; see docs/playground.md for the kinds. */
  order(kind, settings = {}) {
    return call('POST', `${this.address}/playground/faults`, { kind, ...settings });
  }

  endFaults() {
    return call('DELETE', `${this.address}/playground/faults`);
  }

  closeDirectMessages(memberId, closed) {
    return call('PATCH', `${this.address}/playground/members/${memberId}`, { dms_closed: closed });
  }

  /** What passed between the bot and the playground, after an entry's number. */
  record(since = 0) {
    return call('GET', `${this.address}/playground/record?since=${since}`);
  }

  async lastRecorded() {
    return (await this.record()).at(-1)?.n ?? 0;
  }
}

async function call(method, url, body) {
  const response = await fetch(url, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} gave ${response.status}: ${text}`);
  return text ? JSON.parse(text) : undefined;
}

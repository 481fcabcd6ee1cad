const op = {
  dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, heartbeatAck: 11,
};

const authenticationFailed = 4004;
const longestPause = 10_000;

/**
 * One member's gateway connection. It resumes after a break, so that replies only this member can see are not lost.
 * Events: `dispatch` {name, data}, `status` 'connecting' | 'ready' | 'refused'.
 */
export class Gateway extends EventTarget {
  #url;
  #token;
  #socket = null;
  #sequence = null;
  #sessionId = null;
  #heartbeat = 0;
  #acknowledged = true;
  #attempts = 0;
  #retry = 0;

  constructor(url, token) {
    super();
    this.#url = url;
    this.#token = token;
    // A laptop that wakes up should not wait for the rest of a pause.
    addEventListener('online', () => this.#retryNow());
  }

  get sessionId() {
    return this.#sessionId;
  }

  open() {
    this.#tell('connecting');
    const socket = new WebSocket(`${this.#url}/?v=10&encoding=json`);
    this.#socket = socket;
    socket.addEventListener('message', event => this.#receive(socket, event.data));
    socket.addEventListener('close', event => this.#closed(socket, event.code));
  }

  #receive(socket, text) {
    if (socket !== this.#socket) return;
    const frame = JSON.parse(text);
    if (typeof frame.s === 'number') this.#sequence = frame.s;
    switch (frame.op) {
      case op.hello:
        this.#startHeartbeat(frame.d.heartbeat_interval);
        this.#introduce();
        break;
      case op.heartbeat:
        this.#send(op.heartbeat, this.#sequence);
        break;
      case op.heartbeatAck:
        this.#acknowledged = true;
        break;
      case op.reconnect:
        socket.close(4000);
        break;
      case op.invalidSession:
        if (frame.d !== true) this.#forgetSession();
        socket.close(4000);
        break;
      case op.dispatch:
        this.#dispatch(frame.t, frame.d);
        break;
    }
  }

  #dispatch(name, data) {
    if (name === 'READY') this.#sessionId = data.session_id;
    if (name === 'READY' || name === 'RESUMED') {
      this.#attempts = 0;
      this.#tell('ready');
    }
    this.dispatchEvent(new CustomEvent('dispatch', { detail: { name, data } }));
  }

  #introduce() {
    if (this.#sessionId !== null) {
      this.#send(op.resume, { token: this.#token, session_id: this.#sessionId, seq: this.#sequence });
    } else {
      this.#send(op.identify, {
        token: this.#token,
        properties: { os: 'playground', browser: 'playground', device: 'playground' },
      });
    }
  }

  #startHeartbeat(interval) {
    clearInterval(this.#heartbeat);
    this.#acknowledged = true;
    this.#heartbeat = setInterval(() => {
      if (!this.#acknowledged) {
        // Nobody answers: the connection is dead although the browser has not noticed.
        this.#closed(this.#socket, 4000);
        return;
      }
      this.#acknowledged = false;
      this.#send(op.heartbeat, this.#sequence);
    }, interval);
  }

  #closed(socket, code) {
    if (socket === null || socket !== this.#socket) return;
    clearInterval(this.#heartbeat);
    this.#socket = null;
    socket.close();
    if (code === authenticationFailed) {
      this.#tell('refused');
      return;
    }
    if (code >= 4001 && code <= 4009) this.#forgetSession();
    this.#tell('connecting');
    const pause = this.#attempts === 0 ? 100 : Math.min(longestPause, 500 * 2 ** this.#attempts);
    this.#attempts++;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.open(), pause);
  }

  #retryNow() {
    if (this.#socket !== null || this.#attempts === 0) return;
    clearTimeout(this.#retry);
    this.open();
  }

  #forgetSession() {
    this.#sessionId = null;
    this.#sequence = null;
  }

  #send(code, data) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ op: code, d: data }));
  }

  #tell(status) {
    this.dispatchEvent(new CustomEvent('status', { detail: status }));
  }
}

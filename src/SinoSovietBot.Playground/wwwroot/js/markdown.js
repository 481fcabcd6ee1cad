// Discord's markdown as a tree of plain objects. No page in here: what is shown for a node is decided in markdown-view.js.

const deepest = 12;
const fence = '```';

/** @returns {Array<object>} blocks: text, heading, subtext, quote, list, code */
export function parseMarkdown(text, depth = 0) {
  return new BlockReader(text.replaceAll('\r\n', '\n'), depth).read();
}

class BlockReader {
  #rest;
  #depth;
  #blocks = [];
  #lines = [];

  constructor(text, depth) {
    this.#rest = text;
    this.#depth = depth;
  }

  read() {
    while (this.#rest !== '') {
      const block = this.#quote() ?? this.#heading() ?? this.#list() ?? this.#code();
      if (block !== null) this.#add(block);
      else this.#textLine();
    }
    this.#flush();
    return this.#blocks;
  }

  #quote() {
    if (this.#depth > 0) return null;
    if (this.#rest.startsWith('>>> ')) {
      const inner = this.#rest.slice(4);
      this.#rest = '';
      return { type: 'quote', children: parseMarkdown(inner, 1) };
    }
    const lines = this.#takeLines(line => /^> /.test(line) || line === '>');
    if (lines.length === 0) return null;
    return { type: 'quote', children: parseMarkdown(lines.map(line => line.slice(2)).join('\n'), 1) };
  }

  #heading() {
    const match = /^(#{1,3}|-#) +([^\n]*\S[^\n]*)(\n|$)/.exec(this.#rest);
    if (match === null) return null;
    this.#rest = this.#rest.slice(match[0].length);
    const children = parseInline(match[2].trim());
    return match[1] === '-#' ? { type: 'subtext', children } : { type: 'heading', level: match[1].length, children };
  }

  #list() {
    if (!listLine.test(this.#rest.split('\n', 1)[0])) return null;
    const lines = this.#takeLines(line => listLine.test(line) || /^ {2,}\S/.test(line));
    return buildList(lines);
  }

  #code() {
    if (!this.#rest.startsWith(fence)) return null;
    const end = this.#rest.indexOf(fence, fence.length);
    if (end < 0) return null;
    let body = this.#rest.slice(fence.length, end);
    if (body.trim() === '') return null;
    this.#rest = this.#rest.slice(end + fence.length).replace(/^\n/, '');
    const language = /^([\w+#.-]+)\n/.exec(body)?.[1] ?? '';
    if (language !== '') body = body.slice(language.length + 1);
    return { type: 'code', language, text: body.replace(/^\n+|\n+$/g, '') };
  }

  /** Up to the end of the line, or to a code block that starts inside it. */
  #textLine() {
    const newline = this.#rest.indexOf('\n');
    const lineEnd = newline < 0 ? this.#rest.length : newline;
    const start = fenceInside(this.#rest, lineEnd);
    if (start > 0) {
      this.#lines.push(this.#rest.slice(0, start));
      this.#rest = this.#rest.slice(start);
      return;
    }
    this.#lines.push(this.#rest.slice(0, lineEnd));
    this.#rest = this.#rest.slice(lineEnd + 1);
  }

  #takeLines(wanted) {
    const taken = [];
    while (this.#rest !== '') {
      const [line] = this.#rest.split('\n', 1);
      if (!wanted(line)) break;
      taken.push(line);
      this.#rest = this.#rest.slice(line.length + 1);
    }
    return taken;
  }

  #add(block) {
    this.#flush();
    this.#blocks.push(block);
  }

  #flush() {
    if (this.#lines.length > 0) this.#blocks.push({ type: 'text', children: parseInline(this.#lines.join('\n')) });
    this.#lines = [];
  }
}

/** Where a code block starts in the first `limit` characters; 0 when none does or when it is never closed. */
function fenceInside(text, limit) {
  const start = text.indexOf(fence);
  if (start <= 0 || start >= limit || text[start - 1] === '\\') return 0;
  const end = text.indexOf(fence, start + fence.length);
  return end > 0 && text.slice(start + fence.length, end).trim() !== '' ? start : 0;
}

const listLine = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/;

function buildList(lines) {
  const root = { indent: -1, list: null };
  const open = [root];
  let item = null;
  for (const line of lines) {
    const match = listLine.exec(line);
    if (match === null) {
      item.text += `\n${line.trim()}`;
      continue;
    }
    const indent = match[1].length;
    while (open.length > 1 && indent <= open.at(-1).indent) open.pop();
    const parent = open.length < deepest ? open.at(-1) : open.pop();
    const ordered = match[2].length > 1;
    parent.list ??= { type: 'list', ordered, start: ordered ? Number.parseInt(match[2], 10) : 1, items: [] };
    item = { indent, text: match[3], list: null };
    parent.list.items.push(item);
    open.push(item);
  }
  return finishList(root.list);
}

function finishList(list) {
  const items = list.items.map(item => ({
    children: parseInline(item.text),
    list: item.list === null ? null : finishList(item.list),
  }));
  return { ...list, items };
}

// Longer marks first, so that "**" is not read as two "*".
const marks = [['||', 'spoiler'], ['~~', 'strike'], ['**', 'bold'], ['__', 'underline'], ['*', 'italic'], ['_', 'italic']];

const wordCharacter = /[\p{L}\p{N}]/u;

// What starts with a bracket or an address; each is tried where it could begin.
const spans = [
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, match => ({ type: 'time', at: Number(match[1]), style: match[2] ?? 'f' })],
  [/<@!?(\d{1,20})>/y, match => ({ type: 'member', id: match[1] })],
  [/<@&(\d{1,20})>/y, match => ({ type: 'role', id: match[1] })],
  [/<#(\d{1,20})>/y, match => ({ type: 'channel', id: match[1] })],
  [/<\/([\p{L}\p{N}_ -]{1,100}):\d{1,20}>/uy, match => ({ type: 'command', name: match[1] })],
  [/<a?:(\w{2,32}):\d{1,20}>/y, match => ({ type: 'text', text: `:${match[1]}:` })],
  [/<(https?:\/\/[^\s<>]+)>/y, match => ({ type: 'link', url: match[1], children: [{ type: 'text', text: match[1] }] })],
  [/\[((?:\\.|[^\]\\\n]){1,400})\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: +"[^"\n]*")?\)/y,
    (match, depth) => ({ type: 'link', url: match[2], children: parseInline(match[1], depth + 1) })],
  [/https?:\/\/[^\s<>|*~]*[^\s<>|*~.,:;!?"')\]]/y,
    match => ({ type: 'link', url: match[0], children: [{ type: 'text', text: match[0] }] })],
];

/** @returns {Array<object>} text, code, time, member, role, channel, command, link, and the marks with `children` */
export function parseInline(text, depth = 0) {
  const nodes = [];
  let plain = '';
  const push = node => {
    if (plain !== '') nodes.push({ type: 'text', text: plain });
    plain = '';
    nodes.push(node);
  };

  for (let at = 0; at < text.length;) {
    const escaped = escapeAt(text, at);
    if (escaped !== null) {
      plain += escaped;
      at += 2;
      continue;
    }
    const found = codeAt(text, at) ?? spanAt(text, at, depth) ?? markAt(text, at, depth);
    if (found === null) {
      plain += text[at++];
    } else {
      push(found.node);
      at = found.end;
    }
  }
  if (plain !== '') nodes.push({ type: 'text', text: plain });
  return nodes;
}

function escapeAt(text, at) {
  if (text[at] !== '\\') return null;
  const next = text[at + 1];
  return next !== undefined && /[!-/:-@[-`{-~]/.test(next) ? next : null;
}

function codeAt(text, at) {
  if (text[at] !== '`') return null;
  const [ticks] = /^`+/.exec(text.slice(at));
  for (let end = text.indexOf(ticks, at + ticks.length); end >= 0;) {
    let after = end;
    while (text[after] === '`') after++;
    if (after - end === ticks.length) {
      return { node: { type: 'code', text: text.slice(at + ticks.length, end).replace(/^ (?=`)|(?<=`) $/g, '') }, end: after };
    }
    end = text.indexOf(ticks, after);
  }
  return null;
}

function spanAt(text, at, depth) {
  if (depth > deepest || !'<[h'.includes(text[at])) return null;
  if (text[at] === 'h' && at > 0 && wordCharacter.test(text[at - 1])) return null;
  for (const [pattern, make] of spans) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    // The pattern is shared and an inner parse moves its lastIndex, so the end is kept first.
    if (match !== null) return { end: at + match[0].length, node: make(match, depth) };
  }
  return null;
}

function markAt(text, at, depth) {
  if (depth > deepest) return null;
  for (const [mark, type] of marks) {
    if (!text.startsWith(mark, at) || !opens(text, at, mark)) continue;
    const end = closing(text, at + mark.length, mark);
    if (end < 0) continue;
    const children = parseInline(text.slice(at + mark.length, end), depth + 1);
    return { end: end + mark.length, node: { type, children } };
  }
  return null;
}

function opens(text, at, mark) {
  const next = text[at + mark.length];
  if (mark === '*') return next !== undefined && !/\s/.test(next);
  if (mark === '_') return at === 0 || !wordCharacter.test(text[at - 1]);
  return true;
}

/** Where the closing mark stands, or -1. Escapes and code inside are passed over. */
function closing(text, from, mark) {
  const character = mark[0];
  for (let at = from; at < text.length;) {
    if (text[at] === '\\') {
      at += 2;
      continue;
    }
    const code = codeAt(text, at);
    if (code !== null) {
      at = code.end;
      continue;
    }
    if (text[at] !== character) {
      at++;
      continue;
    }
    let after = at;
    while (text[after] === character) after++;
    const end = after - mark.length;
    if (end > from && closes(text, after, after - at, mark)) return end;
    at = after;
  }
  return -1;
}

function closes(text, after, run, mark) {
  if (mark.length === 2) return run >= 2;
  if (run % 2 === 0) return false;
  return mark !== '_' || text[after] === undefined || !wordCharacter.test(text[after]);
}

import { h } from './dom.js';
import { parseInline, parseMarkdown } from './markdown.js';
import { timestamp } from './timestamps.js';

/**
 * @typedef {object} Names who and what mentions stand for
 * @property {(id: string) => string|null} member
 * @property {(id: string) => string|null} channel
 * @property {(name: string) => void} useCommand puts a mentioned command into the input
 */

/** Markdown as nodes to show. @param {Names} names */
export function renderMarkdown(text, names) {
  return parseMarkdown(text).map(block => renderBlock(block, names));
}

/** One line of markdown without blocks, as in an embed's title. */
export function renderInline(text, names) {
  return inline(parseInline(text), names);
}

function renderBlock(block, names) {
  switch (block.type) {
    case 'heading':
      // The page's own headings end at level 2.
      return h(`h${block.level + 2}`, { class: `heading-${block.level}` }, inline(block.children, names));
    case 'subtext':
      return h('p', { class: 'subtext' }, inline(block.children, names));
    case 'quote':
      return h('blockquote', {}, block.children.map(child => renderBlock(child, names)));
    case 'code':
      return h('pre', { tabindex: '0' }, h('code', {}, block.text));
    case 'list':
      return renderList(block, names);
    default:
      return h('div', { class: 'text' }, inline(block.children, names));
  }
}

function renderList(list, names) {
  const items = list.items.map(item => h('li', {}, inline(item.children, names), item.list && renderList(item.list, names)));
  return list.ordered ? h('ol', { start: list.start }, items) : h('ul', {}, items);
}

const elements = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

function inline(nodes, names) {
  return nodes.map(node => {
    switch (node.type) {
      case 'text': return node.text;
      case 'code': return h('code', {}, node.text);
      case 'time': return timestamp(node.at, node.style);
      case 'member': return h('span', { class: 'mention' }, `@${names.member(node.id) ?? 'unknown-user'}`);
      case 'role': return h('span', { class: 'mention' }, '@role');
      case 'channel': return h('span', { class: 'mention' }, `#${names.channel(node.id) ?? 'unknown'}`);
      case 'command':
        return h('button', { type: 'button', class: 'mention', onClick: () => names.useCommand(node.name) }, `/${node.name}`);
      case 'link': return link(node.url, inline(node.children, names));
      case 'spoiler': return spoiler(inline(node.children, names));
      default: return h(elements[node.type], {}, inline(node.children, names));
    }
  });
}

/** A link out of the page; null children show the address. */
export function link(url, children) {
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, children ?? url);
}

function spoiler(children) {
  const hidden = h('span', { class: 'spoiler-text', inert: true }, children);
  const cover = h('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Spoiler, press to reveal' }, hidden);
  const reveal = () => {
    hidden.inert = false;
    cover.classList.add('revealed');
    for (const name of ['role', 'tabindex', 'aria-label']) cover.removeAttribute(name);
  };
  cover.addEventListener('click', reveal, { once: true });
  cover.addEventListener('keydown', event => {
    if (cover.classList.contains('revealed') || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    reveal();
  });
  return cover;
}

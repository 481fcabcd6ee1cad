import { h } from './dom.js';
import { link, renderInline, renderMarkdown } from './markdown-view.js';
import { sentAt } from './timestamps.js';

/** The address of a file under the name by which this page was opened; the server names itself 127.0.0.1. */
export function localAddress(url) {
  const address = new URL(url, location.href);
  const loopback = ['127.0.0.1', 'localhost', '[::1]'];
  if (address.port === location.port && loopback.includes(address.hostname)) address.host = location.host;
  return address.href;
}

/** @param {import('./markdown-view.js').Names} names */
export function renderEmbed(embed, attachments, names) {
  const box = h('article', { class: 'embed' },
    embed.author?.name && h('div', { class: 'embed-author' }, embed.author.name),
    embed.title && h('div', { class: 'embed-title' }, title(embed, names)),
    embed.description && h('div', { class: 'embed-text' }, renderMarkdown(embed.description, names)),
    embed.fields?.length > 0 && h('div', { class: 'embed-fields' }, embed.fields.map(field => renderField(field, names))),
    embed.image?.url && image(resolve(embed.image.url, attachments), description(embed.image, attachments)),
    embed.footer?.text && h('div', { class: 'embed-footer' },
      h('span', {}, embed.footer.text), embed.timestamp && sentAt(embed.timestamp)));
  if (embed.thumbnail?.url) box.append(h('div', { class: 'embed-thumbnail' }, image(resolve(embed.thumbnail.url, attachments), '')));
  if (Number.isInteger(embed.color) && embed.color !== 0) {
    // Through the style object: a style attribute would be refused by the page's content policy.
    box.style.setProperty('--stripe', `#${embed.color.toString(16).padStart(6, '0')}`);
  }
  return box;
}

function title(embed, names) {
  const text = renderInline(embed.title, names);
  return embed.url ? link(embed.url, text) : text;
}

function renderField(field, names) {
  return h('div', { class: field.inline ? 'field inline' : 'field' },
    h('div', { class: 'field-name' }, renderInline(field.name, names)),
    h('div', { class: 'field-value' }, renderMarkdown(field.value, names)));
}

/** An uploaded file: a picture is shown, anything else can be downloaded. */
export function renderAttachment(attachment) {
  const url = localAddress(attachment.url);
  const picture = attachment.content_type?.startsWith('image/') || /\.(png|jpe?g|gif|webp)$/i.test(attachment.filename);
  if (picture) return image(url, attachment.description || attachment.filename);
  return h('a', { class: 'file', href: url, download: attachment.filename },
    h('span', { class: 'file-icon', 'aria-hidden': 'true' }, '📄'),
    h('span', { class: 'file-name' }, attachment.filename),
    h('span', { class: 'file-size' }, sizeText(attachment.size)));
}

/** True when an embed already shows this file. */
export function isShownInEmbed(attachment, embeds) {
  return embeds.some(embed => [embed.image?.url, embed.thumbnail?.url].some(url =>
    url === attachment.url || url === `attachment://${attachment.filename}`));
}

function resolve(url, attachments) {
  return localAddress(fileOf(url, attachments)?.url ?? url);
}

/** What a picture shows, in words: the embed's own, or those that came with the uploaded file. */
function description(picture, attachments) {
  return picture.description || fileOf(picture.url, attachments)?.description || '';
}

/** The uploaded file that an embed means, under its own address or by its name. */
function fileOf(url, attachments) {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  return attachments.find(attachment => attachment.url === url || attachment.filename === name);
}

function image(url, text) {
  const picture = h('img', { class: 'picture', src: url, alt: text, loading: 'lazy' });
  const anchor = link(url, picture);
  anchor.className = 'picture-link';
  // Pictures from elsewhere are refused by the content policy; the address is still worth having.
  picture.addEventListener('error', () => anchor.replaceChildren(text || url));
  return anchor;
}

function sizeText(bytes) {
  if (!Number.isFinite(bytes)) return '';
  const units = ['byte', 'kilobyte', 'megabyte'];
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const format = new Intl.NumberFormat(undefined, { style: 'unit', unit: units[step], maximumFractionDigits: 1 });
  return format.format(bytes / 1024 ** step);
}

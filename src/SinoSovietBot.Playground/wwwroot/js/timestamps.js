import { h } from './dom.js';

const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const formats = Object.fromEntries(
  Object.entries(styles).map(([letter, style]) => [letter, new Intl.DateTimeFormat(undefined, style)]));
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'always' });
const now = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(0, 'second');

const units = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** "in 12 seconds", "3 minutes ago": in the reader's language. */
export function relativeText(unixSeconds, nowMs = Date.now()) {
  const seconds = Math.round(unixSeconds - nowMs / 1000);
  if (seconds === 0) return now;
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length);
  return relative.format(Math.trunc(seconds / size), unit);
}

/** A Discord timestamp; style R keeps itself up to date while it is on the page. */
export function timestamp(unixSeconds, style) {
  const date = new Date(unixSeconds * 1000);
  if (Number.isNaN(date.getTime())) return document.createTextNode('Invalid date');
  const text = style === 'R' ? relativeText(unixSeconds) : formats[style].format(date);
  return h('time', {
    class: 'timestamp',
    datetime: date.toISOString(),
    title: formats.F.format(date),
    'data-relative': style === 'R' ? unixSeconds : null,
  }, text);
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const dayAndClock = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/** When a message was sent: the time today, the date as well on other days. */
export function sentAt(iso) {
  const date = new Date(iso);
  const text = (dayKey(iso) === dayKey(new Date().toISOString()) ? clock : dayAndClock).format(date);
  return h('time', { class: 'sent-at', datetime: iso, title: formats.F.format(date) }, text);
}

/** Equal for two moments of one day here. */
export const dayKey = iso => new Date(iso).toDateString();

export const dayName = iso => formats.D.format(new Date(iso));

setInterval(() => {
  for (const element of document.querySelectorAll('time[data-relative]')) {
    const text = relativeText(Number(element.dataset.relative));
    if (element.textContent !== text) element.textContent = text;
  }
}, 1000);

// What all pages share. Not below lib/, which this repository ignores.
import { getCollection } from 'astro:content';

export const fold = (text) =>
  text
    .toLowerCase()
    .replace(/ë/g, 'e')
    .replace(/ç/g, 'c')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export const SECTIONS = [
  ...['Rajoni', 'Politika', 'Ekonomia', 'Sport', 'Kultura', 'Bota', 'Teknologji', 'Opinion'],
].map((name) => ({ name, slug: fold(name) }));

const format = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Tirane',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export const short = (date) => format.format(date).replace(',', '');

let memo;

/** The articles, newest first: read and sorted once. */
export const all = () => {
  memo ??= getCollection('articles').then((entries) =>
    entries
      .map((entry) => {
        const date = new Date(entry.data.date);
        const url = `/${fold(entry.data.section)}/${entry.data.slug}/`;
        return { entry, ...entry.data, date, iso: date.toISOString(), url };
      })
      .sort((a, b) => b.date - a.date),
  );
  return memo;
};

export function group(articles, get) {
  const lists = new Map();
  for (const one of articles)
    for (const key of [get(one)].flat()) {
      if (!lists.has(key)) lists.set(key, []);
      lists.get(key).push(one);
    }
  return [...lists];
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const itemOf = ({ title, url, date, summary }) =>
  `<item><title>${escaped(title)}</title><link>https://example.org${url}</link><pubDate>${date.toUTCString()}</pubDate><guid>https://example.org${url}</guid><description>${escaped(summary)}</description></item>`;

export const feed = (title, link, articles) =>
  new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>${title}</title><link>${link}</link><description>Lajme</description>\n${articles.slice(0, 20).map(itemOf).join('\n')}</channel></rss>`,
  );

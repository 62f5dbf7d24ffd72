/** The job of the bench in Metalsmith: `node build.mjs OUT`, in the folder of the site. */
import { readdirSync, readFileSync } from 'node:fs';
import markdown from '@metalsmith/markdown';
import Handlebars from 'handlebars';
import Metalsmith from 'metalsmith';

const fold = (text) =>
  text
    .toLowerCase()
    .replace(/ë/g, 'e')
    .replace(/ç/g, 'c')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const SECTIONS = [
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

Handlebars.registerHelper('short', (date) => format.format(date).replace(',', ''));
Handlebars.registerHelper('iso', (date) => date.toISOString());
Handlebars.registerHelper('rfc822', (date) => date.toUTCString());
Handlebars.registerHelper('fold', fold);

const templates = {};
for (const file of readdirSync('layouts')) {
  const name = file.replace('.hbs', '');
  const text = readFileSync(`layouts/${file}`, 'utf8');
  Handlebars.registerPartial(name, text);
  templates[name] = Handlebars.compile(text, { preventIndent: true });
}

function group(articles, get) {
  const lists = new Map();
  for (const one of articles)
    for (const key of [get(one)].flat()) {
      if (!lists.has(key)) lists.set(key, []);
      lists.get(key).push(one);
    }
  return [...lists];
}

/** All pages, as a plugin: one walk over the articles, with templates compiled once. */
function pages(files) {
  const all = Object.entries(files).map(([path, file]) => {
    delete files[path];
    file.date = new Date(file.date);
    file.url = `/${fold(file.section)}/${file.slug}/`;
    return file;
  });
  all.sort((a, b) => b.date - a.date);
  const shared = { sections: SECTIONS, latest: all.slice(0, 10) };
  const urls = [];
  const put = (url, text) => {
    files[`${url}${url.endsWith('/') ? 'index.html' : ''}`.slice(1)] = {
      contents: Buffer.from(text),
    };
  };
  const page = (name, view) => {
    urls.push(view.url);
    put(view.url, templates[name]({ ...view, ...shared }));
  };

  for (const one of all) page('article', { ...one, body: one.contents.toString() });
  const list = (title, url, items, hasRail = false) =>
    page('list', { title, url, items: items.slice(0, 30), hasRail });
  for (const [name, items] of group(all, (one) => one.section)) {
    list(name, `/${fold(name)}/`, items, true);
    put(`/${fold(name)}/index.xml`, templates.feed({ title: name, items: items.slice(0, 20) }));
  }
  for (const [name, items] of group(all, (one) => one.tags)) list(name, `/tags/${name}/`, items);
  for (const [name, items] of group(all, (one) => one.authors))
    list(name, `/authors/${fold(name)}/`, items);
  const flash = all.filter(({ tags }) => tags.includes('flash-news')).slice(0, 10);
  page('home', { title: 'Lajme', url: '/', items: all.slice(0, 30), flash });
  put('/index.xml', templates.feed({ title: 'Lajme', items: all.slice(0, 20) }));
  const locations = urls.map((url) => `<url><loc>https://example.org${url}</loc></url>`);
  put(
    '/sitemap.xml',
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${locations.join('\n')}</urlset>`,
  );
}

await Metalsmith(process.cwd())
  .source('content')
  .destination(process.argv[2])
  .clean(false)
  .use(markdown())
  .use(pages)
  .build();

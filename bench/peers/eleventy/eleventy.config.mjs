// The job of the bench in Eleventy. Bodies are not preprocessed as templates, its fastest supported setting.
const SECTIONS = [
  ...['Rajoni', 'Politika', 'Ekonomia', 'Sport', 'Kultura', 'Bota', 'Teknologji', 'Opinion'],
];

const fold = (text) =>
  text
    .toLowerCase()
    .replace(/ë/g, 'e')
    .replace(/ç/g, 'c')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const format = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Tirane',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** The articles, newest first: sorted once, for all collections. */
const newestFirst = (() => {
  let sorted;
  let of;
  return (api) => {
    const raw = api.getFilteredByGlob('content/**/*.md');
    if (of === raw) return sorted;
    of = raw;
    sorted = raw.sort((a, b) => b.date - a.date);
    return sorted;
  };
})();

function group(api, get) {
  const lists = new Map();
  for (const one of newestFirst(api))
    for (const key of [get(one.data)].flat()) {
      if (!lists.has(key)) lists.set(key, []);
      lists.get(key).push(one);
    }
  return [...lists];
}

export default function configure(config) {
  config.addFilter('slugify', fold);
  config.addFilter('shortDate', (date) => format.format(date).replace(',', ''));
  config.addFilter('iso', (date) => date.toISOString());
  config.addFilter('rfc822', (date) => date.toUTCString());
  config.addGlobalData(
    'sections',
    SECTIONS.map((name) => ({ name, slug: fold(name) })),
  );
  config.addCollection('latest', (api) => newestFirst(api).slice(0, 10));
  config.addCollection('newest30', (api) => newestFirst(api).slice(0, 30));
  config.addCollection('newest20', (api) => newestFirst(api).slice(0, 20));
  config.addCollection('flash', (api) =>
    newestFirst(api)
      .filter(({ data }) => data.tags.includes('flash-news'))
      .slice(0, 10),
  );
  const list = (name, url, items, hasRail) => ({ name, url, items: items.slice(0, 30), hasRail });
  config.addCollection('lists', (api) => [
    ...group(api, (data) => data.section).map(([name, all]) =>
      list(name, `/${fold(name)}/`, all, true),
    ),
    ...group(api, (data) => data.tags).map(([name, all]) => list(name, `/tags/${name}/`, all)),
    ...group(api, (data) => data.authors).map(([name, all]) =>
      list(name, `/authors/${fold(name)}/`, all),
    ),
  ]);
  config.addCollection('feeds', (api) =>
    group(api, (data) => data.section).map(([name, all]) => ({
      name,
      slug: fold(name),
      items: all.slice(0, 20),
    })),
  );
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    dir: { input: '.', includes: '_includes', output: process.env.OUT },
  };
}

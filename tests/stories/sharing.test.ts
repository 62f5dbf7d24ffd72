/** What a page says of itself to search engines and to those that show links to it. */
import { expect, test } from 'vitest';
import { type Site, site, story } from '../rig.ts';

const SETTINGS = 'url: https://x.example/news\ntimezone: Europe/Belgrade\ntitle: The Paper\n';

test('an article', () => {
  site({
    'site.yaml': SETTINGS,
    'articles/a.md': story('A "quoted" <headline>', '2026-11-20T09:00', 'Text.', [
      'summary: What & why',
      'section: Rajoni',
      'tags: [flash-news, KFOR]',
      'authors: [Arta, Ben]',
      'updated: 2026-11-21T10:00',
      'image: {src: /a.jpg, alt: A road}',
    ]),
    'public/a.jpg': 'x',
  })
    .build()
    .exits(0)
    .shows(
      '2026/11/20/a/index.html',
      '<meta name="robots" content="max-image-preview:large">',
      '<meta property="og:site_name" content="The Paper">',
      '<meta property="og:type" content="article">',
      '<meta property="og:title" content="A &quot;quoted&quot; &lt;headline&gt;">',
      '<meta property="og:description" content="What &amp; why">',
      '<meta property="og:url" content="https://x.example/news/2026/11/20/a/">',
      '<meta property="og:image" content="https://x.example/news/a.jpg">',
      '<meta property="og:image:alt" content="A road">',
      '<meta property="article:published_time" content="2026-11-20T09:00:00+01:00">',
      '<meta property="article:modified_time" content="2026-11-21T10:00:00+01:00">',
      '<meta property="article:section" content="Rajoni">',
      '<meta property="article:tag" content="KFOR">',
      '<meta property="article:author" content="https://x.example/news/authors/ben/">',
      '<meta name="twitter:card" content="summary_large_image">',
    )
    .hides('2026/11/20/a/index.html', 'article:tag" content="flash-news"', 'hreflang')
    .shows('index.html', '<meta property="og:type" content="website">', 'content="summary"')
    .shows('latest/index.html', '<meta property="og:title" content="Latest">')
    .hides('404.html', 'og:');
});

test('the address of a picture is percent-encoded for those who are no browsers', () => {
  const picture = (src: string) =>
    story('A', '2026-11-20', 'x', [`image: {src: "${src}", alt: x}`]);
  const paper = site({
    'site.yaml': SETTINGS,
    'articles/a.md': picture('https://cdn.example/Ura e re Mitrovicë.jpg?w=1&h=%20'),
    'articles/b.md': picture('//Cdn.example/50% off.jpg'),
    'articles/c.md': picture('/ura ë.jpg'),
    'public/ura ë.jpg': 'x',
  })
    .build()
    .exits(0)
    .shows(
      '2026/11/20/a/index.html',
      'og:image" content="https://cdn.example/Ura%20e%20re%20Mitrovic%C3%AB.jpg?w&#x3D;1&amp;h&#x3D;%20"',
    )
    .shows('2026/11/20/b/index.html', 'og:image" content="https://cdn.example/50%%20off.jpg"')
    .shows(
      '2026/11/20/c/index.html',
      'og:image" content="https://x.example/news/ura%20%C3%AB.jpg"',
    );
  const encoded = 'https://cdn.example/Ura%20e%20re%20Mitrovic%C3%AB.jpg?w=1&h=%20';
  expect(structured(paper, '2026/11/20/a/index.html')[0]).toMatchObject({ image: [encoded] });
  for (const file of ['feed.xml', 'atom.xml', 'sitemap-2026-11.xml'])
    expect(paper.read(file)).toContain(encoded.replace('&', '&amp;'));
  expect(paper.read('feed.json')).toContain(encoded);
});

test('an article whose original is said to be at its own address is the paper’s own', () => {
  const original = (name: string, canonical: string, ...more: string[]) => ({
    [`articles/${name}.md`]: story(name, '2026-11-22', 'x', [`canonical: ${canonical}`, ...more]),
  });
  const paper = site({
    'site.yaml': SETTINGS,
    ...original('own', 'http://X.example/news/2026/11/22/Own/?utm=1#top'),
    ...original('file', 'https://x.example/news/2026/11/22/file/index.html'),
    ...original('former', 'https://x.example/news/old/%C3%AB.html', 'aliases: /old/ë.html'),
    ...original('other', 'https://x.example/news/2026/11/22/own/'),
    ...original('outside', 'https://x.example/2026/11/22/outside/'),
  })
    .build()
    .exits(0)
    .shows(
      '2026/11/22/own/index.html',
      'rel="canonical" href="https://x.example/news/2026/11/22/own/"',
    )
    .shows(
      '2026/11/22/outside/index.html',
      'rel="canonical" href="https://x.example/2026/11/22/outside/"',
    );
  const named = (file: string) =>
    [...paper.read(file).matchAll(/<loc>.*\/([^/]+)\/<\/loc>/g)].map(([, name]) => name).sort();
  expect(named('sitemap-2026-11.xml')).toEqual(['file', 'former', 'own']);
  expect(named('news-sitemap.xml')).toEqual(['file', 'former', 'own']);
});

/** The JSON-LD of a page. */
function structured(paper: Site, out: string): Record<string, unknown>[] {
  const scripts = paper
    .read(out)
    .matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...scripts].map((match) => JSON.parse(match[1] ?? ''));
}

test('an article as data: who wrote it, when, and what was corrected', () => {
  const paper = site({
    'site.yaml': `${SETTINGS}language: en`,
    'authors/arta.yaml':
      'name: Arta\nrole: Editor\nlinks: {Site: https://arta.example/, Mail: "mailto:a@x.example"}',
    'articles/a.md': story('</script><script>alert(1)', '2026-11-20T09:00', 'Text.', [
      'summary: What & why',
      'section: Rajoni',
      'authors: [arta]',
      'image: {src: /a.jpg, alt: A road}',
      'corrections: [{date: 2026-11-22, text: It was 600.}]',
    ]),
    'articles/b.md': story('Bare', '2026-11-19', ''),
    'public/a.jpg': 'x',
  })
    .build()
    .exits(0);
  expect(paper.read('2026/11/20/a/index.html')).not.toContain('<script>');
  expect(structured(paper, '2026/11/20/a/index.html')).toEqual([
    {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: 'https://x.example/news/2026/11/20/a/',
      headline: '</script><script>alert(1)',
      datePublished: '2026-11-20T09:00:00+01:00',
      dateModified: '2026-11-22T00:00:00+01:00',
      inLanguage: 'en',
      isAccessibleForFree: true,
      publisher: {
        '@type': 'NewsMediaOrganization',
        name: 'The Paper',
        url: 'https://x.example/news/',
        correctionsPolicy: 'https://x.example/news/corrections/',
      },
      description: 'What & why',
      image: ['https://x.example/news/a.jpg'],
      articleSection: 'Rajoni',
      author: [{ '@type': 'Person', name: 'Arta', url: 'https://x.example/news/authors/arta/' }],
      correction: [
        {
          '@type': 'CorrectionComment',
          datePublished: '2026-11-22T00:00:00+01:00',
          text: 'It was 600.',
        },
      ],
    },
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'The Paper', item: 'https://x.example/news/' },
        {
          '@type': 'ListItem',
          position: 2,
          name: 'Rajoni',
          item: 'https://x.example/news/rajoni/',
        },
        {
          '@type': 'ListItem',
          position: 3,
          name: '</script><script>alert(1)',
          item: 'https://x.example/news/2026/11/20/a/',
        },
      ],
    },
  ]);
  expect(structured(paper, '2026/11/19/b/index.html')[0]).not.toHaveProperty('author');
  expect(structured(paper, 'index.html')).toMatchObject([
    { '@type': 'WebSite', name: 'The Paper' },
  ]);
  expect(structured(paper, 'rajoni/index.html')).toMatchObject([
    { '@type': 'CollectionPage', name: 'Rajoni' },
    { '@type': 'BreadcrumbList' },
  ]);
  expect(structured(paper, 'authors/arta/index.html')).toMatchObject([
    {
      '@type': 'ProfilePage',
      mainEntity: { name: 'Arta', jobTitle: 'Editor', sameAs: ['https://arta.example/'] },
    },
  ]);
});

test('without a url nothing is said that would need one', () => {
  site({ 'articles/a.md': story('A', '2026-11-20') })
    .build()
    .hides('2026/11/20/a/index.html', 'og:', 'twitter:', 'canonical', 'ld+json');
});

test('a withdrawn article and a former address are not shared', () => {
  site({
    'site.yaml': SETTINGS,
    'articles/a.md': story('A', '2026-11-20', 'x', ['withdrawn: true', 'aliases: /old/']),
  })
    .build()
    .hides('2026/11/20/a/index.html', 'og:', 'max-image-preview', 'ld+json')
    .hides('old/index.html', 'og:');
});

test('the versions of an article name one another and themselves, all alike', () => {
  const files = {
    'site.yaml': SETTINGS,
    'articles/en.md': story('E', '2026-11-20', 'x', ['translations: k']),
    'articles/sq.md': story('S', '2026-11-20', 'x', ['translations: k', 'lang: sq']),
    'articles/de.md': story('D', '2026-12-20', 'x', ['translations: k', 'lang: de']),
  };
  const paper = site(files).at('2026-11-23T12:00Z').build().exits(0);
  const links = (name: string) =>
    paper.read(`2026/11/20/${name}/index.html`).match(/<link rel="alternate" hreflang.*/g);
  expect(links('en')).toEqual([
    '<link rel="alternate" hreflang="en" href="https://x.example/news/2026/11/20/en/">',
    '<link rel="alternate" hreflang="sq" href="https://x.example/news/2026/11/20/sq/">',
    '<link rel="alternate" hreflang="x-default" href="https://x.example/news/2026/11/20/en/">',
  ]);
  expect(links('sq')).toEqual(links('en'));
  paper.at('2026-12-20T00:00Z').build();
  expect(links('sq')).toHaveLength(4);
});

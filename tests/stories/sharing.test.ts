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

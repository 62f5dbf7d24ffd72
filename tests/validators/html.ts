/** Pages: HTML, JSON-LD, and the languages of a page. */
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { ListItem, Thing } from 'schema-dts';
import { fileOf, type Output, urlOf, type Verdict } from './output.ts';
import { text, told } from './programs.ts';

const PAGE_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Both are the same to HTML, and lower case is the form that the standard's own examples have.
    'doctype-style': ['error', { style: 'lowercase' }],
    // HTML allows any id without white space; headings in articles begin with a letter or digit of
    // any script, and the theme's own ids with "_", so that the two never meet.
    'valid-id': ['error', { relaxed: true }],
    // A headline is as long as the newsroom writes it; this is advice, and no rule of HTML.
    'long-title': 'off',
    // ARIA 1.2 allows a name on lists and groups; the list of tags of an article has one.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // What the paper serves itself needs no second proof; nothing is loaded from elsewhere.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The strip of flash news, with its own heading, stands before the headline of the page.
    'heading-level': ['error', { minInitialRank: 'h2' }],
  },
};

/** A part of a page has no document around it. */
const FRAGMENT_RULES: ConfigData = {
  ...PAGE_RULES,
  rules: { ...PAGE_RULES.rules, 'missing-doctype': 'off' },
};

/** Pages by html-validate: all of them, or some. */
export function htmlPages(output: Output, files = [...output.pages.keys()]): Verdict {
  const [whole, part] = [validatorOf(PAGE_RULES), validatorOf(FRAGMENT_RULES)];
  const findings: string[] = [];
  for (const file of files) {
    const { kind, isDocument } = output.pages.get(file) ?? {};
    const isPart = kind === 'fragment';
    if (isPart === isDocument) findings.push(`${file}: ${isPart ? 'is' : 'is no'} document`);
    const { results } = (isPart ? part : whole).validateStringSync(text(output, file), file);
    for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages))
      findings.push(`${file}:${line}:${column}: ${message} (${ruleId})`);
  }
  return told(files, findings);
}

function validatorOf(rules: ConfigData): HtmlValidate {
  const loader = new StaticConfigLoader(rules);
  // It would be put together anew for every page.
  const resolved = loader.getConfigFor('page.html');
  loader.getConfigFor = () => resolved;
  return new HtmlValidate(loader);
}

/** The types of schema.org that pages name; that they exist there is a matter of the compiler. */
type Typed<T> = T extends { readonly '@type': infer Name } ? Name : never;
const TYPES: ReadonlySet<unknown> = new Set<Typed<Thing | ListItem>>([
  'BreadcrumbList',
  'CollectionPage',
  'WebPage',
  'CorrectionComment',
  'ImageObject',
  'ListItem',
  'NewsArticle',
  'NewsMediaOrganization',
  'Organization',
  'Person',
  'ProfilePage',
  'WebSite',
]);

/** JSON-LD is JSON, names schema.org and known types, and every article is a NewsArticle. */
export function structuredData(output: Output): Verdict {
  const findings: string[] = [];
  let count = 0;
  for (const { file, kind, structured, canonical } of output.pages.values()) {
    const types: unknown[] = [];
    for (const source of structured) {
      count++;
      try {
        const data = JSON.parse(source) as Readonly<Record<string, unknown>>;
        if (data['@context'] !== 'https://schema.org') findings.push(`${file}: no context`);
        types.push(data['@type']);
        if (data['@type'] === 'NewsArticle' && data.mainEntityOfPage !== urlOf(output, file))
          findings.push(`${file}: says that it is ${data.mainEntityOfPage}, not ${canonical}`);
        for (const type of typesIn(data))
          if (!TYPES.has(type)) findings.push(`${file}: the type ${type} is not known`);
      } catch (error) {
        findings.push(`${file}: ${error}`);
      }
    }
    const isArticle = types.filter((type) => type === 'NewsArticle').length === 1;
    if (isArticle !== (kind === 'article')) findings.push(`${file}: ${kind} says ${types.join()}`);
  }
  return { checked: `${output.pages.size} pages, ${count} scripts`, findings };
}

/** The type of each object in the data; an object without one has `undefined`. */
function typesIn(data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(typesIn);
  return [(data as { '@type'?: unknown })['@type'], ...Object.values(data).flatMap(typesIn)];
}

/** The versions of a page in other languages exist, name one another, and themselves. */
export function alternates(output: Output): Verdict {
  const findings: string[] = [];
  let count = 0;
  for (const { file, alternates: own } of output.pages.values()) {
    if (own.size === 0) continue;
    count++;
    const here = urlOf(output, file);
    if (![...own.values()].includes(here)) findings.push(`${file}: does not name itself`);
    for (const [language, url] of own) {
      const other = output.pages.get(fileOf(output, url) ?? '');
      if (other === undefined) findings.push(`${file}: no page in ${language} at ${url}`);
      else if (other.canonical !== url) findings.push(`${file}: ${url} is not canonical`);
      else if (JSON.stringify([...other.alternates]) !== JSON.stringify([...own]))
        findings.push(`${file}: ${url} has other languages`);
    }
  }
  return { checked: `${count} pages`, findings };
}

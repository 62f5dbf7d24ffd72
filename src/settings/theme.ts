/** `theme:` of site.yaml: the look of the paper, what stands on its home page, and its own links. */
import { didYouMean, suggest } from '../base/suggest.ts';
import { isRecord, shown } from '../content/field.ts';
import { SHARE_WAYS, type ShareWay } from '../pages/share-links.ts';
import { DEFAULT_THEME, FONT_CHOICES, type ThemeSettings } from '../pages/theme-settings.ts';
import { COLORS_SCHEMA, readColors } from './colors.ts';
import { HOME_SCHEMA, readHome } from './home.ts';
import { ANYWHERE, ELSEWHERE, linksOf, linksSchema } from './links.ts';
import { expected, oneOf, type Parser, readParts } from './parts.ts';
import { record, type Setting, TEXT, TITLES } from './settings.ts';
import { fileAddress, textOf, titlesOf } from './values.ts';

const PICTURE = { ...TEXT, pattern: '^/(?!/)[^\\s?#]*[^/\\s?#]([?#]\\S*)?$' };
const WAYS = Object.keys(SHARE_WAYS) as ShareWay[];
const FONT = { enum: FONT_CHOICES };

export const THEME_SETTINGS: Readonly<Record<string, Setting>> = {
  theme: {
    about: 'the look of the paper: name, logo, colours, fonts, home page, and links of its own',
    schema: record({
      name: { anyOf: [TEXT, TITLES] },
      logo: { anyOf: [PICTURE, { ...record({ src: PICTURE, dark: PICTURE }), required: ['src'] }] },
      colors: COLORS_SCHEMA,
      fonts: {
        anyOf: [{ enum: ['literata', 'system'] }, record({ headlines: FONT, text: FONT })],
      },
      home: HOME_SCHEMA,
      header: linksSchema(ANYWHERE),
      footer: linksSchema(ANYWHERE),
      social: linksSchema(ELSEWHERE),
      share: { type: 'array', uniqueItems: true, items: { enum: WAYS } },
    }),
    read(field, settings, fault) {
      const { sections } = settings;
      const usedColors = [...new Set((sections ?? []).flatMap(({ color }) => color ?? []))];
      const read = readParts(field, fault, {
        name: (value) =>
          textOf(value) ??
          titlesOf(value) ??
          expected('a name, or one for each language, such as {en: The Gazette}'),
        logo: readLogo,
        colors: (value, told) => readColors(value, usedColors, told),
        fonts: readFonts,
        home: (value, told) => readHome(value, sections, told),
        header: linksOf(ANYWHERE),
        footer: linksOf(ANYWHERE),
        social: linksOf(ELSEWHERE),
        share: readShare,
      });
      settings.theme = { ...DEFAULT_THEME, ...read };
    },
  },
};

/** An address of a file of `public/`, or one for light and one for dark pages. */
const readLogo: Parser<ThemeSettings['logo']> = (value, fault, key) => {
  const picture = (text: unknown) =>
    fileAddress(text) ?? expected('the address of a picture of public/, such as /images/logo.svg');
  if (typeof value !== 'object' || value === null) {
    const src = picture(value);
    return typeof src === 'string' ? { src, dark: null } : src;
  }
  const { src, dark = null } = readParts({ key, value }, fault, { src: picture, dark: picture });
  if (src !== undefined) return { src, dark };
  if (isRecord(value) && !('src' in value))
    fault(
      'config/value',
      'the logo has no picture for light pages',
      'Write it as logo: {src: /images/logo.svg, dark: /images/logo-dark.svg}.',
    );
  return null;
};

/** A word for all text, or a choice for headlines and for text. */
const readFonts: Parser<ThemeSettings['fonts']> = (value, fault, key) => {
  if (value === 'literata') return { headlines: 'literata', text: 'literata' };
  if (value === 'system') return { headlines: 'serif', text: 'serif' };
  if (!isRecord(value))
    return expected('literata, system, or a choice for each: {headlines: serif, text: sans}');
  const font = oneOf(FONT_CHOICES);
  const read = readParts({ key, value }, fault, { headlines: font, text: font });
  return { ...DEFAULT_THEME.fonts, ...read };
};

/** Other names of the ways to share. */
const ALSO: ReadonlyMap<string, ShareWay> = new Map([
  ['twitter', 'x'],
  ['mail', 'email'],
  ['fb', 'facebook'],
  ['bsky', 'bluesky'],
]);

const readShare: Parser<readonly ShareWay[]> = (value, fault) => {
  if (!Array.isArray(value)) return expected(`a list of ${WAYS.join(', ')}`);
  const ways = value.map((word) => WAYS.find((one) => one === word) ?? null);
  for (const [place, way] of ways.entries()) {
    if (way !== null) continue;
    const word = shown(value[place]);
    const meant = ALSO.get(word.toLowerCase()) ?? suggest(word, WAYS);
    fault(
      'config/value',
      `"${word}" is not a way to share`,
      `${didYouMean(meant)}The ways are ${WAYS.join(', ')}.`,
      { path: [place] },
    );
  }
  return [...new Set(ways.filter((one) => one !== null))];
};

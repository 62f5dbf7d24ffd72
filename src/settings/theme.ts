/** `theme:` of site.yaml: the look of the paper, what stands on its home page, and its own links. */
import { didYouMean, suggest } from '../base/suggest.ts';
import { SHARE_WAYS, type ShareWay } from '../pages/share-links.ts';
import {
  DEFAULT_THEME,
  FONT_CHOICES,
  type FontChoice,
  type ThemeSettings,
} from '../pages/theme-settings.ts';
import { COLORS_SCHEMA, readColors } from './colors.ts';
import { HOME_SCHEMA, readHome } from './home.ts';
import { ANYWHERE, ELSEWHERE, linksSchema, readLinks } from './links.ts';
import { record, type Setting, TEXT, TITLES } from './settings.ts';
import {
  type Fault,
  fileAddress,
  type PartReader,
  readParts,
  textOf,
  titlesOf,
  within,
} from './values.ts';

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
      let { name, logo, colors, fonts, home, header, footer, social, share } = DEFAULT_THEME;
      const { sections } = settings;
      const usedColors = [...new Set((sections ?? []).flatMap(({ color }) => color ?? []))];
      readParts(field, fault, {
        name(value) {
          name = textOf(value) ?? titlesOf(value);
          return name === null
            ? 'a name, or one for each language, such as {en: The Gazette}'
            : null;
        },
        logo: readLogo(within(fault, 'logo'), (value) => {
          logo = value;
        }),
        colors(value) {
          colors = readColors(value, usedColors, within(fault, 'colors'));
          return null;
        },
        fonts: readFonts(within(fault, 'fonts'), (value) => {
          fonts = value;
        }),
        home(value) {
          home = readHome(value, sections, within(fault, 'home'));
          return null;
        },
        header: readLinks('header', within(fault, 'header'), ANYWHERE, (value) => {
          header = value;
        }),
        footer: readLinks('footer', within(fault, 'footer'), ANYWHERE, (value) => {
          footer = value;
        }),
        social: readLinks('social', within(fault, 'social'), ELSEWHERE, (value) => {
          social = value;
        }),
        share: readShare(within(fault, 'share'), (value) => {
          share = value;
        }),
      });
      settings.theme = { name, logo, colors, fonts, home, header, footer, social, share };
    },
  },
};

/** An address of a file of `public/`, or one for light and one for dark pages. */
function readLogo(fault: Fault, store: (logo: ThemeSettings['logo']) => void): PartReader {
  const expected = 'the address of a picture of public/, such as /images/logo.svg';
  return (value) => {
    if (typeof value !== 'object' || value === null) {
      const src = fileAddress(value);
      if (src !== null) store({ src, dark: null });
      return src === null ? expected : null;
    }
    let src: string | null = null;
    let dark: string | null = null;
    readParts({ key: 'logo', value }, fault, {
      src(text) {
        src = fileAddress(text);
        return src === null ? expected : null;
      },
      dark(text) {
        dark = fileAddress(text);
        return dark === null ? expected : null;
      },
    });
    if (src !== null) store({ src, dark });
    else if (!Array.isArray(value) && !('src' in value))
      fault(
        'config/value',
        'the logo has no picture for light pages',
        'Write it as logo: {src: /images/logo.svg, dark: /images/logo-dark.svg}.',
      );
    return null;
  };
}

/** A word for all text, or a choice for headlines and for text. */
function readFonts(fault: Fault, store: (fonts: ThemeSettings['fonts']) => void): PartReader {
  return (value) => {
    if (value === 'literata') store({ headlines: 'literata', text: 'literata' });
    else if (value === 'system') store({ headlines: 'serif', text: 'serif' });
    else if (typeof value !== 'object' || value === null || Array.isArray(value))
      return 'literata, system, or a choice for each: {headlines: serif, text: sans}';
    else {
      const fonts = { ...DEFAULT_THEME.fonts };
      const choose = (part: 'headlines' | 'text') => (text: unknown) => {
        const font = FONT_CHOICES.find((one: FontChoice) => one === text);
        Object.assign(fonts, { [part]: font ?? fonts[part] });
        return font === undefined ? `one of ${FONT_CHOICES.join(', ')}` : null;
      };
      const readers = { headlines: choose('headlines'), text: choose('text') };
      readParts({ key: 'fonts', value }, fault, readers);
      store(fonts);
    }
    return null;
  };
}

/** Other names of the ways to share. */
const ALSO: ReadonlyMap<string, ShareWay> = new Map([
  ['twitter', 'x'],
  ['mail', 'email'],
  ['fb', 'facebook'],
  ['bsky', 'bluesky'],
]);

function readShare(fault: Fault, store: (ways: readonly ShareWay[]) => void): PartReader {
  return (value) => {
    if (!Array.isArray(value)) return `a list of ${WAYS.join(', ')}`;
    const ways = value.map((word) => WAYS.find((one) => one === word) ?? null);
    for (const [place, way] of ways.entries()) {
      if (way !== null) continue;
      const word = String(value[place]);
      const meant = ALSO.get(word.toLowerCase()) ?? suggest(word, WAYS);
      fault(
        'config/value',
        `"${word}" is not a way to share`,
        `${didYouMean(meant)}The ways are ${WAYS.join(', ')}.`,
        { path: [place] },
      );
    }
    store([...new Set(ways.filter((one) => one !== null))]);
    return null;
  };
}

/** `theme:` of site.yaml: the look of the paper, what stands on its home page, and its own links. */
import { SHARE_WAYS, type ShareWay } from '../pages/share-links.ts';
import {
  DEFAULT_THEME,
  FONT_CHOICES,
  type FontChoice,
  type ThemeSettings,
} from '../pages/theme-settings.ts';
import { COLORS_SCHEMA, readColors } from './colors.ts';
import { HOME_SCHEMA, readHome } from './home.ts';
import { linksSchema, readLinks } from './links.ts';
import { record, type Setting, TEXT } from './settings.ts';
import {
  type Fault,
  fullAddress,
  ownAddress,
  type PartReader,
  pageAddress,
  readParts,
  textOf,
  within,
} from './values.ts';

const PICTURE = { ...TEXT, pattern: '^/(?!/)\\S*$' };
const ADDRESS = { ...TEXT, pattern: '^(/(?!/)\\S*|https?://\\S+)$' };
const WAYS = Object.keys(SHARE_WAYS) as ShareWay[];
const FONT = { enum: FONT_CHOICES };

export const THEME_SETTINGS: Readonly<Record<string, Setting>> = {
  theme: {
    about: 'the look of the paper: name, logo, colours, fonts, home page, and links of its own',
    schema: record({
      name: TEXT,
      logo: { anyOf: [PICTURE, { ...record({ src: PICTURE, dark: PICTURE }), required: ['src'] }] },
      colors: COLORS_SCHEMA,
      fonts: {
        anyOf: [{ enum: ['literata', 'system'] }, record({ headlines: FONT, text: FONT })],
      },
      home: HOME_SCHEMA,
      header: linksSchema(ADDRESS),
      footer: linksSchema(ADDRESS),
      social: linksSchema({ ...TEXT, format: 'uri', pattern: '^https?://' }),
      share: { type: 'array', uniqueItems: true, items: { enum: WAYS } },
    }),
    read(field, settings, fault) {
      let { name, logo, colors, fonts, home, header, footer, social, share } = DEFAULT_THEME;
      const { sections } = settings;
      const usedColors = [...new Set((sections ?? []).flatMap(({ color }) => color ?? []))];
      readParts(field, fault, {
        name(value) {
          name = textOf(value);
          return name === null ? 'a name' : null;
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
        header: readLinks('header', within(fault, 'header'), pageAddress, (value) => {
          header = value;
        }),
        footer: readLinks('footer', within(fault, 'footer'), pageAddress, (value) => {
          footer = value;
        }),
        social: readLinks('social', within(fault, 'social'), fullAddress, (value) => {
          social = value;
        }),
        share(value) {
          const ways = Array.isArray(value)
            ? value.map((word) => WAYS.find((one) => one === word) ?? null)
            : [null];
          if (ways.includes(null)) return `a list of ${WAYS.join(', ')}`;
          share = [...new Set(ways.filter((one) => one !== null))];
          return null;
        },
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
      const src = ownAddress(value);
      if (src !== null) store({ src, dark: null });
      return src === null ? expected : null;
    }
    let src: string | null = null;
    let dark: string | null = null;
    readParts({ key: 'logo', value }, fault, {
      src(text) {
        src = ownAddress(text);
        return src === null ? expected : null;
      },
      dark(text) {
        dark = ownAddress(text);
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

/** `theme.colors` of site.yaml: the paper's own colours, for light and dark pages, and whether they can be read. */
import type { SectionColor } from '../news/section.ts';
import {
  type ColorPair,
  THEME_COLORS,
  type ThemeColor,
  type ThemeSettings,
} from '../pages/theme-settings.ts';
import {
  contrastOf,
  contrastText,
  ENOUGH,
  isReadable,
  nearestReadable,
  readColor,
} from './contrast.ts';
import { PALETTE, SECTION_TONES } from './palette.ts';
import { record, type Schema, TEXT } from './settings.ts';
import { type Fault, readParts, textOf, within } from './values.ts';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** A colour as site.yaml has it. */
interface Given {
  readonly text: string;
  readonly hex: string;
  /** The keys below `colors` that lead to it. */
  readonly path: readonly string[];
}

/** What a paper gives of each colour. */
type Colors = Readonly<Record<ThemeColor, Partial<Record<Scheme, Given>>>>;

const EXPECTED = 'a colour of CSS without transparency, in quotes, such as "#0b5c4a"';

export const COLORS_SCHEMA: Schema = record(
  Object.fromEntries(
    THEME_COLORS.map((name) => [name, { anyOf: [TEXT, record({ light: TEXT, dark: TEXT })] }]),
  ),
);

/**
 * Reads the colours; those that the paper does not give are left out. One that cannot be read (WCAG 2.2,
 * 1.4.3) is told and stays: `usedBySections` are the colours that must be readable on the paper, too.
 */
export function readColors(
  value: unknown,
  usedBySections: readonly SectionColor[],
  fault: Fault,
): ThemeSettings['colors'] {
  const given: Colors = { accent: {}, paper: {}, ink: {} };
  const store = (name: ThemeColor, scheme: Scheme, path: readonly string[]) => (color: unknown) => {
    const text = textOf(color);
    const hex = text === null ? null : readColor(text);
    if (text === null || hex === null) return EXPECTED;
    given[name][scheme] = { text, hex, path };
    return null;
  };
  const reader = (name: ThemeColor) => (color: unknown) => {
    // One colour alone is that of light pages.
    if (typeof color !== 'object' || color === null) return store(name, 'light', [name])(color);
    readParts({ key: name, value: color }, within(fault, name), {
      light: store(name, 'light', [name, 'light']),
      dark: store(name, 'dark', [name, 'dark']),
    });
    return null;
  };
  readParts(
    { key: 'colors', value },
    fault,
    Object.fromEntries(THEME_COLORS.map((name) => [name, reader(name)])),
  );
  const colors = complete(given);
  for (const scheme of SCHEMES) {
    for (const name of ['accent', 'ink'] as const)
      checkText(given[name][scheme], colors.paper[scheme], given.paper[scheme], fault);
    checkPaper(scheme, given, colors, usedBySections, fault);
  }
  return Object.fromEntries(
    THEME_COLORS.filter((name) => Object.keys(given[name]).length > 0).map((name) => [
      name,
      colors[name],
    ]),
  );
}

/** Every colour of both schemes: as given, else derived from the other (the accent), else the theme's own. */
function complete(given: Colors): Readonly<Record<ThemeColor, ColorPair>> {
  const of = (name: ThemeColor): ColorPair => ({
    light: given[name].light?.hex ?? PALETTE[name].light,
    dark: given[name].dark?.hex ?? PALETTE[name].dark,
  });
  const [accent, paper, ink] = [of('accent'), of('paper'), of('ink')];
  const { light, dark } = given.accent;
  if (light === undefined || dark !== undefined) return { accent, paper, ink };
  // On the theme's wash too, unless the paper has chosen a background with which that cannot be.
  const derived =
    nearestReadable(light.hex, [paper.dark, PALETTE.wash.dark]) ??
    nearestReadable(light.hex, [paper.dark]) ??
    accent.dark;
  return { accent: { light: light.hex, dark: derived }, paper, ink };
}

/** A colour of text that the paper gives can be read. */
function checkText(
  text: Given | undefined,
  paper: string,
  givenPaper: Given | undefined,
  fault: Fault,
): void {
  if (text === undefined || isReadable(text.hex, paper)) return;
  const contrast = contrastText(contrastOf(text.hex, paper));
  fault(
    'config/contrast',
    `"${text.text}" has a contrast of ${contrast} with the paper "${givenPaper?.text ?? paper}"; text needs ${ENOUGH}`,
    `The nearest colour of the same hue that has it is "${nearestReadable(text.hex, [paper])}".`,
    { path: text.path },
  );
}

/** The theme's own colours can be read on a paper that is given. */
function checkPaper(
  scheme: Scheme,
  given: Colors,
  colors: Readonly<Record<ThemeColor, ColorPair>>,
  usedBySections: readonly SectionColor[],
  fault: Fault,
): void {
  const paper = given.paper[scheme];
  if (paper === undefined) return;
  // An accent that is derived follows the paper.
  const derived = scheme === 'dark' && given.accent.light !== undefined;
  const own = (['accent', 'ink'] as const)
    .filter((name) => given[name][scheme] === undefined && !(name === 'accent' && derived))
    .map((name) => [`the ${name}`, colors[name][scheme]] as const);
  const sections = usedBySections.map((name) => [name, SECTION_TONES[name][scheme]] as const);
  const all = [...own, ['quiet text', PALETTE.quiet[scheme]] as const, ...sections];
  const failing = all.filter(([, color]) => !isReadable(color, paper.hex));
  if (failing.length === 0) return;
  const list = failing.map(
    ([name, color]) => `${name} (${contrastText(contrastOf(color, paper.hex))})`,
  );
  const better = nearestReadable(
    paper.hex,
    all.map(([, color]) => color),
  );
  fault(
    'config/contrast',
    `the paper "${paper.text}" has too little contrast with ${list.join(', ')}; text needs ${ENOUGH}`,
    better === null
      ? 'Give the paper another colour.'
      : `The nearest paper of the same hue that suits all is "${better}".`,
    { path: paper.path },
  );
}

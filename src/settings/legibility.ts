/** Whether what is written in a paper's own colours can be read (WCAG 2.2, 1.4.3): on the paper, and in boxes. */
import type { SectionColor } from '../news/section.ts';
import type { ColorPair, ThemeColor, Tint } from '../pages/theme-settings.ts';
import { contrastOf, contrastText, ENOUGH, isReadable, mixed, nearest } from './contrast.ts';
import { PALETTE, SECTION_TONES, TINT_PARTS } from './palette.ts';
import type { Fault } from './values.ts';

const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A colour as site.yaml has it. */
export interface Given {
  readonly text: string;
  readonly hex: string;
  /** The keys below `colors` that lead to it. */
  readonly path: readonly string[];
}

/** What a paper gives of each colour. */
export type GivenColors = Readonly<Record<ThemeColor, Readonly<Partial<Record<Scheme, Given>>>>>;

/** All colours of a paper, in one scheme. */
type Colors = Readonly<Record<ThemeColor | Tint, string>>;

/** Tells what is hard to read; `usedBySections` are the colours of sections that the paper has. */
export function checkColors(
  given: GivenColors,
  all: Readonly<Record<ThemeColor | Tint, ColorPair>>,
  usedBySections: readonly SectionColor[],
  fault: Fault,
): void {
  for (const scheme of SCHEMES) {
    const { accent, paper, ink, wash, line } = all;
    const colors = {
      accent: accent[scheme],
      paper: paper[scheme],
      ink: ink[scheme],
      wash: wash[scheme],
      line: line[scheme],
    };
    for (const name of ['accent', 'ink'] as const)
      checkText(name, given[name][scheme], colors, given, scheme, fault);
    checkPaper(scheme, given, colors, usedBySections, fault);
  }
}

/** A colour of text that the paper gives can be read on the paper and in boxes. */
function checkText(
  name: 'accent' | 'ink',
  text: Given | undefined,
  colors: Colors,
  given: GivenColors,
  scheme: Scheme,
  fault: Fault,
): void {
  if (text === undefined) return;
  const isTinted = given.paper[scheme] !== undefined || given.ink[scheme] !== undefined;
  // A wash that has the ink in it changes with it.
  const washOf = (candidate: string) =>
    name === 'ink' ? mixed(colors.paper, candidate, TINT_PARTS.wash) : colors.wash;
  const fits = (candidate: string) =>
    isReadable(candidate, colors.paper) && isReadable(candidate, washOf(candidate));
  if (fits(text.hex)) return;
  const onPaper = contrastOf(text.hex, colors.paper);
  const [background, contrast] =
    onPaper < ENOUGH
      ? [`the paper "${given.paper[scheme]?.text ?? colors.paper}"`, onPaper]
      : [
          `the wash "${colors.wash}"${isTinted ? ', which is made of paper and ink' : ''}`,
          contrastOf(text.hex, colors.wash),
        ];
  const better = nearest(text.hex, fits);
  fault(
    'config/contrast',
    `"${text.text}" has a contrast of ${contrastText(contrast)} with ${background}; text needs ${ENOUGH}`,
    better === null
      ? 'No colour of this hue has it. Give the paper another colour, much lighter or much darker.'
      : `The nearest colour of the same hue that has it is "${better}".`,
    { path: text.path },
  );
}

/** The theme's own colours can be read on a paper that is given, and in the boxes whose wash is made of it. */
function checkPaper(
  scheme: Scheme,
  given: GivenColors,
  colors: Colors,
  usedBySections: readonly SectionColor[],
  fault: Fault,
): void {
  const paper = given.paper[scheme];
  if (paper === undefined) return;
  // An accent that is derived follows the paper.
  const derived = scheme === 'dark' && given.accent.light !== undefined;
  const own = (['accent', 'ink'] as const)
    .filter((name) => given[name][scheme] === undefined && !(name === 'accent' && derived))
    .map((name) => [`the ${name}`, colors[name]] as const);
  const sections = usedBySections.map((name) => [name, SECTION_TONES[name][scheme]] as const);
  const all = [...own, ['quiet text', PALETTE.quiet[scheme]] as const, ...sections];
  const least = (color: string, candidate: string) =>
    Math.min(
      contrastOf(color, candidate),
      contrastOf(color, mixed(candidate, colors.ink, TINT_PARTS.wash)),
    );
  const failing = all.filter(([, color]) => least(color, paper.hex) < ENOUGH);
  if (failing.length === 0) return;
  const list = failing.map(([name, color]) => `${name} (${contrastText(least(color, paper.hex))})`);
  const better = nearest(paper.hex, (candidate) =>
    all.every(([, color]) => least(color, candidate) >= ENOUGH),
  );
  fault(
    'config/contrast',
    `the paper "${paper.text}", or the wash that is made of it, has too little contrast with ${list.join(', ')}; text needs ${ENOUGH}`,
    better === null
      ? 'Give the paper another colour.'
      : `The nearest paper of the same hue that suits all is "${better}".`,
    { path: paper.path },
  );
}

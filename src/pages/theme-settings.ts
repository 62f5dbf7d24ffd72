/** What the paper decides about its look: `theme:` of site.yaml, checked and filled in. */
import type { ShareWay } from './share-links.ts';

/**
 * The shapes of a block on the home page. `lead`: one large story and smaller ones beside it. `row`: equal
 * cards side by side. `column`: a narrow block of one card and headlines; columns stand side by side. `pair`:
 * two large stories. `headlines`: headlines only.
 */
export const BLOCK_SHAPES = ['lead', 'row', 'column', 'pair', 'headlines'] as const;
export type BlockShape = (typeof BLOCK_SHAPES)[number];

/** How many stories a block of a shape has at most, unless the paper says. */
export const BLOCK_COUNTS: Readonly<Record<BlockShape, number>> = {
  lead: 4,
  row: 4,
  column: 4,
  pair: 2,
  headlines: 6,
};

/** The shapes of blocks for which the paper names none, in turn: the first block is a lead. */
export const SHAPES_IN_TURN: readonly BlockShape[] = ['lead', 'row', 'column', 'column', 'column'];

/** The theme's own typeface, or what the reader's system has. */
export const FONT_CHOICES = ['literata', 'serif', 'sans'] as const;
export type FontChoice = (typeof FONT_CHOICES)[number];

/** The colours that a paper may choose: what marks it, the background, the text. */
export const THEME_COLORS = ['accent', 'paper', 'ink'] as const;
export type ThemeColor = (typeof THEME_COLORS)[number];

/** What is made of paper and ink: the background of boxes, and the lines between things. */
export const TINTS = ['wash', 'line'] as const;
export type Tint = (typeof TINTS)[number];

/** A colour of light and of dark pages, in sRGB: `#0b5c4a`. */
export interface ColorPair {
  readonly light: string;
  readonly dark: string;
}

/** A section on the home page. */
export interface HomeBlock {
  /** As site.yaml has it; `findSection` knows what it means. */
  readonly section: string;
  /** Null for the shape that its place gives it. */
  readonly shape: BlockShape | null;
  /** Stories at most; null for the number of its shape. */
  readonly count: number | null;
}

/** A link of masthead or footer. */
export interface ThemeLink {
  readonly name: string;
  /** Within the site (`/about/`), without the base path; or full. */
  readonly href: string;
  /** Its name in other languages, by BCP 47 tag. */
  readonly titles: Readonly<Record<string, string>>;
}

/** The look of the paper. */
export interface ThemeSettings {
  /** The name in the masthead, or those by BCP 47 tag; null, as where a language has none, if it is the title. */
  readonly name: string | Readonly<Record<string, string>> | null;
  /** Addresses of pictures within the site, without the base path; `dark` is null if one is for all pages. */
  readonly logo: { readonly src: string; readonly dark: string | null } | null;
  /** What differs from the theme's own colours: those that the paper chose, and the tints made of them. */
  readonly colors: Readonly<Partial<Record<ThemeColor | Tint, ColorPair>>>;
  readonly fonts: { readonly headlines: FontChoice; readonly text: FontChoice };
  readonly home: {
    /** How many of the newest stories stand above the blocks. */
    readonly top: number;
    /** Null for every section that is no part of another. */
    readonly blocks: readonly HomeBlock[] | null;
  };
  readonly header: readonly ThemeLink[];
  /** Null for the paper's own pages. */
  readonly footer: readonly ThemeLink[] | null;
  /** The paper elsewhere; full addresses. */
  readonly social: readonly ThemeLink[];
  /** The ways to pass an article on, in their order. */
  readonly share: readonly ShareWay[];
}

/** The theme as it is. */
export const DEFAULT_THEME: ThemeSettings = {
  name: null,
  logo: null,
  colors: {},
  fonts: { headlines: 'literata', text: 'literata' },
  home: { top: 8, blocks: null },
  header: [],
  footer: null,
  social: [],
  share: ['email', 'whatsapp', 'viber', 'telegram', 'facebook'],
};

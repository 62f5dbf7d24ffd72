/** What a paper decides about its look, as custom properties of CSS: the only way by which settings reach a page. */
import type { FontChoice, ThemeSettings } from '../pages/settings.ts';

/** The style sheet of the theme's own typeface, below `templates/`. */
export const FONT_STYLES = 'styles/fonts.css';

/** True if some text is set in the theme's own typeface. */
export function usesFonts({ fonts }: ThemeSettings): boolean {
  return fonts.headlines === 'literata' || fonts.text === 'literata';
}

/** Stacks that the theme's tokens define. */
const STACK: Readonly<Record<FontChoice, string>> = {
  literata: 'var(--literata)',
  serif: 'var(--serif)',
  sans: 'var(--sans)',
};

/** The rules for `:root`; empty if the paper has the theme's own look. */
export function customProperties({ colors, fonts }: ThemeSettings): string {
  const light: string[] = [];
  const dark: string[] = [];
  for (const [name, color] of Object.entries(colors)) {
    light.push(`--${name}: ${color.light};`);
    dark.push(`--${name}: ${color.dark};`);
  }
  if (fonts.headlines !== 'literata') light.push(`--headline-font: ${STACK[fonts.headlines]};`);
  if (fonts.text !== 'literata') light.push(`--text-font: ${STACK[fonts.text]};`);
  const rule = (lines: readonly string[]) => `:root { ${lines.join(' ')} }\n`;
  return [
    light.length === 0 ? '' : rule(light),
    dark.length === 0 ? '' : `@media (prefers-color-scheme: dark) { ${rule(dark)}}\n`,
  ].join('');
}

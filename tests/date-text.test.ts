/** Texts of dates that are put together, or kept, are those that Intl gives. */
import { expect, test } from 'vitest';
import { type DateStyle, formatInstant, rememberTexts } from '../src/base/date-text.ts';
import type { Instant } from '../src/base/instant.ts';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'long' },
  'day-time': { dateStyle: 'long', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  weekday: { dateStyle: 'full' },
};

/** All languages of two letters that Intl knows, in some of their countries. */
const LANGUAGES = [...'abcdefghijklmnopqrstuvwxyz']
  .flatMap((a) => [...'abcdefghijklmnopqrstuvwxyz'].map((b) => a + b))
  .flatMap((one) => [one, `${one}-US`, `${one}-AT`, `${one}-RS`])
  .filter((one) => one !== 'en' && Intl.DateTimeFormat.supportedLocalesOf(one).length > 0);

test.each(Object.entries(STYLES))('%s, in every language', (style, options) => {
  const kept = {};
  rememberTexts(kept);
  for (const language of LANGUAGES) {
    // Albanian has a clock of 24 hours in every country (base/language).
    const format = new Intl.DateTimeFormat(language === 'sq' ? 'sq-XK' : language, {
      ...options,
      timeZone: 'Europe/Tirane',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    for (let at = 0; at < 8; at++) {
      const instant = Date.UTC(2003 + at * 3, at * 5, at * 7, at * 11, at * 13, 59) as Instant;
      const text = () => formatInstant(instant, style as DateStyle, language, 'Europe/Tirane');
      const expected = format.format(instant);
      expect(text(), language).toBe(expected);
      expect(text(), language).toBe(expected);
    }
  }
  // As a later build has them.
  rememberTexts(JSON.parse(JSON.stringify(kept)));
  expect(formatInstant(Date.UTC(2026, 10, 23) as Instant, 'day', 'sq', 'UTC')).toBe(
    '23 nëntor 2026',
  );
});

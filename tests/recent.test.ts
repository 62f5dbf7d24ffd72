/** What was made last is kept, and holds nothing else in memory. */
import { expect, test } from 'vitest';
import { ownText } from '../src/base/own-text.ts';
import { recent } from '../src/base/recent.ts';
import { cases, fc } from './chance.ts';

const counted = () => {
  const made: (string | number)[] = [];
  const of = recent((key: string | number) => {
    made.push(key);
    return `${key}!`;
  });
  return { of, made };
};

const keys = (count: number) => Array.from({ length: count }, (_, at) => at);

test('a value is made once while its key is asked for again and again', () => {
  const { of, made } = counted();
  for (const key of keys(5000)) {
    expect(of('asked for between all others')).toBe('asked for between all others!');
    expect(of(key)).toBe(`${key}!`);
  }
  expect(made.filter((key) => typeof key === 'string')).toHaveLength(1);
});

test('what was asked for long ago is forgotten, and made again', () => {
  const { of, made } = counted();
  for (const key of [...keys(5000), 0]) of(key);
  expect(made.filter((key) => key === 0)).toHaveLength(2);
});

test('neighbours are still known', () => {
  const { of, made } = counted();
  for (const key of keys(1000)) for (const near of keys(50)) of(key + near);
  expect(made).toHaveLength(1049);
});

test('an own text is the same text, whatever its letters', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const half = fc.constantFrom('', '\ud800', '\udc00x');
  fc.assert(
    fc.property(text, half, text, (before, odd, after) => {
      const whole = before + odd + after;
      expect(ownText(whole)).toBe(whole);
      expect(ownText(whole.slice(3))).toBe(whole.slice(3));
    }),
    cases(100),
  );
});

import { expect, test } from 'vitest';
import { addressFault } from '../src/base/paths.ts';
import { slugify } from '../src/base/slug.ts';
import { suggest } from '../src/base/suggest.ts';
import { cutHeadline, cutSummary } from '../src/news/headline.ts';

test.each([
  ['Banjskë', 'banjske'],
  ['Lajçak', 'lajcak'],
  ['Вучић у Бриселу', 'vuchic-u-briselu'],
  ['Αθήνα', 'athina'],
  ["Don't stop", 'dont-stop'],
  ['Leap 15.2: what’s new?', 'leap-15-2-whats-new'],
  ['  --  ', ''],
  ['2024', '2024'],
])('the address of %s is %s', (text, slug) => expect(slugify(text)).toBe(slug));

test('decomposed and composed letters give one address', () => {
  expect(slugify('Banjske\u0308')).toBe(slugify('Banjskë'));
});

test('a headline is cut at the last space within 80 characters, without an ellipsis', () => {
  expect(
    cutHeadline(
      'Head of Italian diplomacy: We are working to strengthen the presence of KFOR on the Kosovo-Serbia border',
    ),
  ).toBe('Head of Italian diplomacy: We are working to strengthen the presence of KFOR on');
  expect(cutHeadline('Short')).toBe('Short');
  expect(cutHeadline(`${'a'.repeat(80)} b`)).toBe('a'.repeat(80));
  expect(cutHeadline('a'.repeat(90))).toBe('a'.repeat(80));
  expect(cutHeadline(`${'a'.repeat(40)} ${'b'.repeat(40)} c`)).toBe('a'.repeat(40));
});

test('characters are counted as readers count them', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(cutHeadline(family.repeat(80))).toBe(family.repeat(80));
  expect(cutHeadline(family.repeat(81))).toBe(family.repeat(80));
  expect(cutHeadline(`${'e\u0308'.repeat(79)} x y`)).toBe('e\u0308'.repeat(79));
});

test('a summary taken from the text ends in an ellipsis where it was cut', () => {
  expect(cutSummary('One two three', 9)).toBe('One two…');
  expect(cutSummary('One, two', 5)).toBe('One…');
  expect(cutSummary('One two', 9)).toBe('One two');
});

test('a slip of the hand finds what was meant; another word does not', () => {
  const keys = ['title', 'date', 'section', 'tags', 'lang'];
  expect(suggest('titel', keys)).toBe('title');
  expect(suggest('secton', keys)).toBe('section');
  expect(suggest('Date', keys)).toBe('date');
  expect(suggest('link', keys)).toBe(null);
  expect(suggest('layout', keys)).toBe(null);
});

test.each([
  ['/rajoni/ura/', null],
  ['rajoni', 'does not begin with "/"'],
  ['/a/../b', 'leaves its folder with "."'],
  ['/a//b', 'has an empty part ("//")'],
  ['/a?b', 'has a "?" or "#", which end an address'],
  ['/a\\b', 'has a character that file names cannot have'],
  [`/${'a'.repeat(300)}/`, 'has a part that is too long for a file name'],
])('the address %s %s', (text, fault) => expect(addressFault(text)).toBe(fault));

import { describe, expect, test } from 'vitest';
import { formatInstant } from '../src/base/date-text.ts';
import { readDuration } from '../src/base/duration.ts';
import {
  type Instant,
  isInstantFault,
  isoLocal,
  localParts,
  readAnyInstant,
  readInstant,
} from '../src/base/instant.ts';
import { cases, fc } from './chance.ts';
import { isoUtc } from './rig.ts';

const read = (text: string, zone = 'Europe/Belgrade'): string => {
  const reading = readInstant(text, zone);
  return isInstantFault(reading) ? `${reading.problem}. ${reading.help}` : isoUtc(reading);
};

describe('an instant as journalists and content systems write it', () => {
  test.each([
    ['2023-09-26T10:15:00+02:00', '2023-09-26T08:15:00Z'],
    ['2023-09-26T10:15Z', '2023-09-26T10:15:00Z'],
    ['2023-09-26T10:15', '2023-09-26T08:15:00Z'],
    ['2023-12-26T10:15', '2023-12-26T09:15:00Z'],
    ['2023-09-26 10:15:30', '2023-09-26T08:15:30Z'],
    ['2023-09-26', '2023-09-25T22:00:00Z'],
    ['2014-05-06 9:00:00 -0500', '2014-05-06T14:00:00Z'],
    ['2014-05-06 09:00 -5', '2014-05-06T14:00:00Z'],
    ['2019-08-17 16:22:30+00:00', '2019-08-17T16:22:30Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
    ['2024-02-29', '2024-02-28T23:00:00Z'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    [
      '2026-02-30',
      'is not a day of the calendar. February 2026 has 28 days. Write the date as 2026-02-28 or 2026-02-28T09:00.',
    ],
    [
      '2023-02-29',
      'is not a day of the calendar. February 2023 has 28 days. Write the date as 2023-02-28 or 2023-02-28T09:00.',
    ],
    [
      '2023-13-01',
      'has no month 13. Months go from 01 to 12. Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.',
    ],
    [
      '2023-09-26T25:00',
      'is not a time of the day. Hours go from 00 to 23, minutes and seconds from 00 to 59.',
    ],
    [
      '2023-09-26T10:00+99:00',
      'has an offset that does not exist. Write the offset from UTC as +02:00.',
    ],
    [
      '0023-09-26',
      'has the year 0023. Is a digit wrong? Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.',
    ],
    [
      '26.9.2023',
      'is not a date that can be read. Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.',
    ],
    [
      'yesterday',
      'is not a date that can be read. Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.',
    ],
    [
      '',
      'is not a date that can be read. Write a day as 2026-11-23, or with a time as 2026-11-23T09:00.',
    ],
    [
      '2026-10-25T02:30',
      'exists twice in Europe/Belgrade: the clocks go back over it. Add the offset you mean: 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00.',
    ],
    [
      '2026-03-29T02:30',
      'does not exist in Europe/Belgrade: the clocks go forward over it. Add the offset you mean: 2026-03-29T01:30:00+01:00 or 2026-03-29T03:30:00+02:00.',
    ],
  ])('%s %s', (text, expected) => expect(read(text)).toBe(expected));

  test('the hours around a change of the clocks are read as they are', () => {
    expect(read('2026-10-25T01:59')).toBe('2026-10-24T23:59:00Z');
    expect(read('2026-10-25T03:00')).toBe('2026-10-25T02:00:00Z');
    expect(read('2026-03-29T01:59')).toBe('2026-03-29T00:59:00Z');
    expect(read('2026-03-29T03:00')).toBe('2026-03-29T01:00:00Z');
    expect(read('2026-11-01T01:30', 'America/New_York')).toContain('exists twice');
    expect(read('2011-12-30T12:00', 'Pacific/Apia')).toContain('does not exist');
  });
});

test('the form that is read faster is read as any', () => {
  const two = (most: number) =>
    fc.oneof(fc.nat(most), fc.nat(99)).map((number) => String(number).padStart(2, '0'));
  const sign = fc.constantFrom(...'--::TT +Zx/0'.split(''));
  const offset = fc.oneof(
    fc.constantFrom('', 'Z', '+01:00', '-23:59', '+24:00', '+1:000', ' 01:00', '+0a:00', '+01:60'),
    fc.tuple(fc.constantFrom('+', '-'), two(23), two(59)).map(([s, h, m]) => `${s}${h}:${m}`),
  );
  const plain = fc
    .tuple(two(99), two(99), two(12), two(31), two(23), two(59), two(59), offset)
    .map(([c, y, mo, d, h, mi, s, rest]) => `${c}${y}-${mo}-${d}T${h}:${mi}:${s}${rest}`);
  const text = fc.oneof(
    plain,
    fc
      .tuple(plain, fc.nat(24), sign)
      .map(([whole, at, other]) => whole.slice(0, at) + other + whole.slice(at + 1)),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(readInstant(one, 'Europe/Berlin')).toEqual(readAnyInstant(one, 'Europe/Berlin'));
    }),
    cases(2000),
  );
});

test('an instant is shown in the zone and language of the paper', () => {
  const instant = readInstant('2023-09-26T08:15:00Z', 'UTC') as Instant;
  expect(isoLocal(instant, 'Europe/Belgrade')).toBe('2023-09-26T10:15:00+02:00');
  expect(isoLocal(instant, 'America/St_Johns')).toBe('2023-09-26T05:45:00-02:30');
  expect(localParts(instant, 'Pacific/Auckland')).toEqual({ year: 2023, month: 9, day: 26 });
  expect(formatInstant(instant, 'day', 'sq', 'Europe/Belgrade')).toBe('26 shtator 2023');
  expect(formatInstant(instant, 'day', 'en', 'Europe/Belgrade')).toBe('26 September 2023');
});

test('an offset holds from the very moment of a change of the clocks', () => {
  const change = readInstant('2026-10-25T01:00:00Z', 'UTC') as Instant;
  expect(isoLocal((change - 1000) as Instant, 'Europe/Belgrade')).toBe('2026-10-25T02:59:59+02:00');
  expect(isoLocal(change, 'Europe/Belgrade')).toBe('2026-10-25T02:00:00+01:00');
});

test('a length of time', () => {
  expect(readDuration('24 hours')).toBe(86_400_000);
  expect(readDuration('1 day')).toBe(86_400_000);
  expect(readDuration('PT24H')).toBe(86_400_000);
  expect(readDuration('P1DT30M')).toBe(88_200_000);
  for (const none of ['', '24', 'P', 'PT', 'P1DT', 'soon', '-1 day', '1 year'])
    expect(readDuration(none), none).toBe(null);
});

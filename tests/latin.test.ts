/** Texts of which each byte is a letter: the same under every version of Node. */
import { expect, test } from 'vitest';
import { asLatin, pieceDecoder } from '../src/base/latin.ts';

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);

test('bytes as characters of the same numbers', () => {
  expect([...asLatin(ALL)].map((letter) => letter.charCodeAt(0))).toEqual([...ALL]);
  expect(asLatin(ALL.subarray(0x89, 0x8b))).toBe('\x89\x8a');
});

test('windows-1252 is read by the index of the Encoding Standard', () => {
  const text = pieceDecoder('windows-1252').decode(ALL);
  expect(text.slice(0, 0x80)).toBe(asLatin(ALL.subarray(0, 0x80)));
  expect(text.slice(0x80, 0xa0)).toBe('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');
  expect(text.slice(0xa0)).toBe(asLatin(ALL.subarray(0xa0)));
});

test('what a piece cuts in the middle is told with the next one', () => {
  const decoder = pieceDecoder('utf-8');
  expect(decoder.decode(Uint8Array.of(0x41, 0xc3)) + decoder.decode(Uint8Array.of(0xab))).toBe(
    'Aë',
  );
});

test('a label that nobody knows is told', () => {
  expect(() => pieceDecoder('klingon')).toThrow(RangeError);
});

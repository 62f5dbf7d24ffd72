/** `redirects:` of site.yaml: addresses of an earlier site that are those of no article, and where they lead now. */
import { type Address, address, addressFault, decodedAddress, outPath } from '../base/paths.ts';
import { isRecord } from '../content/field.ts';
import type { Redirect } from '../news/redirect.ts';
import { type Setting, TEXT } from './settings.ts';
import { type Fault, textOf } from './values.ts';

const HOW = 'Write each as redirects: {/category/news/: /news/}, with addresses within the site.';
const WITHIN = { ...TEXT, pattern: '^/(?!/)' };

export const REDIRECT_SETTINGS: Readonly<Record<string, Setting>> = {
  redirects: {
    about: 'former addresses that lead on, beside those of articles',
    schema: { type: 'object', propertyNames: WITHIN, additionalProperties: WITHIN },
    read(field, settings, fault) {
      const { value } = field;
      if (isRecord(value))
        settings.redirects = toTheirEnds(
          Object.entries(value).flatMap(([from, to]) => readRedirect(from, to, fault)),
          fault,
        );
      else fault('config/value', '"redirects" names no addresses', HOW);
    },
  },
};

/** One as it is written. */
interface Written extends Redirect {
  readonly key: string;
}

function readRedirect(from: string, to: unknown, fault: Fault): Written[] {
  const old = decodedAddress(from.trim());
  const wrong = addressFault(old) ?? (address(old) === '/' ? 'is that of the home page' : null);
  if (wrong !== null)
    fault('config/value', `the former address "${from}" ${wrong}`, HOW, {
      path: [from],
      ofKey: true,
    });
  const target = decodedAddress(textOf(to) ?? '');
  const mistake = addressFault(target);
  if (mistake !== null)
    fault('config/value', `"${textOf(to) ?? ''}", to which "${from}" leads, ${mistake}`, HOW, {
      path: [from],
    });
  if (wrong !== null || mistake !== null) return [];
  return [{ key: from, from: address(old), to: address(target) }];
}

/** Each to where the last one leads of those that lead to one another: a host or a browser would ask several times. */
function toTheirEnds(written: readonly Written[], fault: Fault): Redirect[] {
  const byPlace = new Map<string, Written>();
  for (const one of written) {
    const place = placeOf(one.from);
    const earlier = byPlace.get(place);
    if (earlier === undefined) byPlace.set(place, one);
    else
      fault(
        'config/value',
        `the former address "${one.key}" is the same as "${earlier.key}"`,
        'Remove one of the two: letter case and the last slash make no other address.',
        { path: [one.key], ofKey: true },
      );
  }
  return [...byPlace.values()].flatMap(({ key, from, to }) => {
    const passed = new Set([placeOf(from)]);
    let end = to;
    for (let place = placeOf(end); byPlace.has(place); place = placeOf(end)) {
      if (passed.has(place)) {
        fault('config/value', `the former address "${key}" leads in a circle`, HOW, {
          path: [key],
        });
        return [];
      }
      passed.add(place);
      end = byPlace.get(place)?.to ?? end;
    }
    return [{ from, to: end }];
  });
}

/** As pages are told apart in the output. */
const placeOf = (one: Address): string => outPath(one).toLowerCase();

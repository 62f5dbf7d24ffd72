/** `redirects:` of site.yaml: addresses of an earlier site that are those of no article, and where they lead now. */
import { address, addressFault, decodedAddress } from '../base/paths.ts';
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
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        settings.redirects = Object.entries(value).flatMap(([from, to]) =>
          readRedirect(from, to, fault),
        );
      else fault('config/value', '"redirects" names no addresses', HOW);
    },
  },
};

function readRedirect(from: string, to: unknown, fault: Fault): Redirect[] {
  const old = decodedAddress(from.trim());
  const wrong = old === '/' ? 'is that of the home page' : addressFault(old);
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
  return wrong === null && mistake === null ? [{ from: address(old), to: address(target) }] : [];
}

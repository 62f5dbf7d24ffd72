/** `publisher:` and `icon:` of site.yaml: who the paper is, for search engines, feeds and devices. */
import { POLICIES, type Policy } from '../pages/settings.ts';
import { record, type Setting, TEXT, TEXTS } from './settings.ts';
import {
  fileAddress,
  fullAddress,
  pageAddress,
  readParts,
  readText,
  textOf,
  within,
} from './values.ts';

export const PUBLISHER_SETTINGS: Readonly<Record<string, Setting>> = {
  publisher: {
    about: 'who publishes the paper: name, logo, pages elsewhere, and its policies',
    schema: record({
      name: TEXT,
      logo: TEXT,
      links: TEXTS,
      policies: record(Object.fromEntries(Object.keys(POLICIES).map((name) => [name, TEXT]))),
    }),
    read(field, settings, fault) {
      let { name, logo, links } = settings.publisher;
      const policies: Partial<Record<Policy, string>> = {};
      readParts(field, fault, {
        name(value) {
          name = textOf(value);
          return name === null ? 'a name' : null;
        },
        logo(value) {
          logo = fileAddress(value) ?? fullAddress(value);
          return logo === null ? 'the address of a picture, such as /images/logo.png' : null;
        },
        links(value) {
          const all = (Array.isArray(value) ? value : [value]).map(fullAddress);
          links = all.filter((one) => one !== null);
          return all.includes(null) ? 'a list of full addresses' : null;
        },
        policies(value) {
          const readers = (Object.keys(POLICIES) as Policy[]).map((policy) => [
            policy,
            (text: unknown) => {
              const at = pageAddress(text);
              if (at === null) return 'an address, such as /ethics/';
              policies[policy] = at;
              return null;
            },
          ]);
          readParts(
            { key: 'policies', value },
            within(fault, 'policies'),
            Object.fromEntries(readers),
          );
          return null;
        },
      });
      settings.publisher = { name, logo, links, policies };
    },
  },
  icon: {
    about: 'the picture from which all icons are made: a square SVG or PNG file',
    schema: { ...TEXT, pattern: '\\.(svg|png)$' },
    read(field, settings, fault) {
      const value = readText(field, fault);
      if (value === null) return;
      const path = value.replace(/^\/+/, '');
      if (/\.(?:svg|png)$/i.test(path) && !path.split('/').includes('..')) settings.icon = path;
      else
        fault(
          'config/value',
          `"${value}" is not a picture of which icons can be made`,
          'Write the path of a square SVG or PNG file from the folder of the paper: icon: icon.svg.',
        );
    },
  },
};

/** `publisher:` and `icon:` of site.yaml: who the paper is, for search engines, feeds and devices. */
import { POLICIES } from '../pages/settings.ts';
import { each, expected, readParts } from './parts.ts';
import { record, type Setting, TEXT, TEXTS } from './settings.ts';
import { fileAddress, fullAddress, pageAddress, readText, textOf } from './values.ts';

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
      const read = readParts(field, fault, {
        name: (value) => textOf(value) ?? expected('a name'),
        logo: (value) =>
          fileAddress(value) ??
          fullAddress(value) ??
          expected('the address of a picture, such as /images/logo.png'),
        links(value, told) {
          const all = (Array.isArray(value) ? value : [value]).map(fullAddress);
          if (all.includes(null))
            told('config/value', '"links" of "publisher" is not a list of full addresses', '');
          return all.filter((one) => one !== null);
        },
        policies: (value, told, key) =>
          readParts(
            { key, value },
            told,
            each(POLICIES, (text) => pageAddress(text) ?? expected('an address, such as /ethics/')),
          ),
      });
      settings.publisher = { ...settings.publisher, ...read };
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

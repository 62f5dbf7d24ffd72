/** `admin:` of site.yaml: the editor at /admin/, where its files are kept, and who may sign in. */
import { type Field, isRecord, shown } from '../content/field.ts';
import { type AdminBackend, type AdminSettings, BACKENDS, DEFAULT_ADMIN } from './backends.ts';
import { expected, readParts } from './parts.ts';
import { record, type Schema, type Setting, TEXT } from './settings.ts';
import { type Fault, fullAddress, textOf } from './values.ts';

const HOW =
  'Write admin: true, or where the repository is: admin: {backend: {name: github, repo: owner/paper}}.';

const BACKEND: Schema = {
  type: 'object',
  required: ['name', 'repo'],
  properties: {
    name: { enum: BACKENDS },
    repo: { type: 'string', pattern: '^[^/\\s]+(/[^/\\s]+)+$' },
  },
};

export const ADMIN_SETTINGS: Readonly<Record<string, Setting>> = {
  admin: {
    about: 'an editor in the browser at /admin/: true, or its back end and folders',
    schema: {
      anyOf: [{ type: 'boolean' }, record({ backend: BACKEND, folder: TEXT, media: TEXT })],
    },
    read(field, settings, fault) {
      const { value } = field;
      if (typeof value === 'boolean') settings.admin = value ? DEFAULT_ADMIN : null;
      else if (!isRecord(value))
        fault(
          'config/value',
          `"${field.written ?? field.key}" is not true, false or a record`,
          HOW,
        );
      else settings.admin = readAdmin(field, fault);
    },
  },
};

function readAdmin(field: Field, fault: Fault): AdminSettings {
  const read = readParts(field, fault, {
    backend: (value, told) =>
      isRecord(value) ? readBackend(value, told) : expected('a record', HOW),
    folder: (value) =>
      folderOf(value) ??
      expected(
        'a folder of the repository',
        'Write its path in the repository, without a slash at its beginning: folder: sites/paper.',
      ),
    media: (value) =>
      folderOf(value) ??
      expected('a folder below public/', 'Write its path below public/: media: images.'),
  });
  return { ...DEFAULT_ADMIN, ...read };
}

function readBackend(value: Readonly<Record<string, unknown>>, fault: Fault): AdminBackend | null {
  const name = BACKENDS.find((one) => one === value.name);
  const repo = textOf(value.repo);
  if (name === undefined)
    fault(
      'config/value',
      'name' in value
        ? `"${shown(value.name)}" is not a back end that the editor has`
        : 'the back end has no name',
      `The back ends are ${BACKENDS.join(', ')}.`,
      { path: 'name' in value ? ['name'] : [] },
    );
  if (repo === null || !/^[^/\s]+(\/[^/\s]+)+$/.test(repo))
    fault(
      'config/value',
      'repo' in value ? `"${shown(value.repo)}" is not a repository` : 'the back end has no repo',
      'Write its owner and its name: repo: owner/paper.',
      { path: 'repo' in value ? ['repo'] : [] },
    );
  for (const path of secretsIn(value))
    fault(
      'config/value',
      `"${path.join('.')}" would be public: all of the back end is in a file of the site`,
      'Take it out, and make a new one if it was published. Who signs in types a token on the page.',
      { path },
    );
  for (const key of ADDRESSES) {
    if (!(key in value) || fullAddress(value[key]) !== null) continue;
    fault(
      'config/value',
      `"${shown(value[key])}" is not an address`,
      `Write it in full: ${key}: https://auth.example.org.`,
      { path: [key] },
    );
  }
  return name === undefined || repo === null ? null : { ...value, name, repo };
}

/** Keys of what is nobody else's, and how tokens of the known hosts begin. */
const SECRET = /token|secret|password|private/i;
const SECRET_VALUE = /^(?:gh[pousr]_|github_pat_|glpat-)/;

/** The ways to what must not be public, however deep it is. */
function secretsIn(value: unknown): readonly (readonly (string | number)[])[] {
  if (typeof value === 'string') return SECRET_VALUE.test(value.trim()) ? [[]] : [];
  if (Array.isArray(value))
    return value.flatMap((one, at) => secretsIn(one).map((way) => [at, ...way]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    SECRET.test(key) ? [[key]] : secretsIn(one).map((way) => [key, ...way]),
  );
}

/** Keys whose values the page may ask. */
const ADDRESSES = ['base_url', 'api_root', 'graphql_api_root'] as const;

/** A path of plain names, without slashes around it; null if the value is none. */
function folderOf(value: unknown): string | null {
  const path = textOf(value)?.replace(/\/$/, '') ?? null;
  const fits =
    path !== null &&
    /^(?!\/)[^\\:]+$/.test(path) &&
    path.split('/').every((part) => !/^\.{0,2}$/.test(part));
  return fits ? path : null;
}

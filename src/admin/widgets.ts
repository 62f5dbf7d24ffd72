/**
 * How each kind of value of the front matter is edited: the form that templates/admin/forms.js gives it, and the
 * widget of Sveltia CMS with the checks that our reader makes, too.
 */
import type { FieldKind, FieldName } from '../news/fields.ts';

/** How the editor reads and writes a field: a form of templates/admin/, by its name. */
export type FormKind =
  | 'text'
  | 'instant'
  | 'flag'
  | 'choice'
  | 'texts'
  | 'tags'
  | 'authors'
  | 'digit'
  | 'image'
  | 'flash'
  | 'corrections';

/** A field of Sveltia CMS, without its name and what is said of it. */
export type Widget = Readonly<Record<string, unknown>>;

/** One of the values that a field may have. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Other names under which articles mean it. */
  readonly also: readonly string[];
}

const FORMS: Readonly<Record<FieldKind, FormKind>> = {
  text: 'text',
  instant: 'instant',
  flag: 'flag',
  list: 'texts',
  digit: 'digit',
  image: 'image',
  flash: 'flash',
  authors: 'authors',
  corrections: 'corrections',
  address: 'text',
  addresses: 'texts',
  url: 'text',
  language: 'choice',
};

/** The form of a field; `choices` are the values that the paper declares for it. */
export function formOf(
  name: FieldName,
  kind: FieldKind,
  choices: readonly Choice[] | null,
): FormKind {
  if (name === 'tags') return 'tags';
  if (name === 'section') return choices === null ? 'text' : 'choice';
  return FORMS[kind];
}

const INSTANT = '\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:?\\d{2})?)?';

/** What must be so, by field: an expression, and what is told. */
const PATTERNS: Readonly<Partial<Record<FieldName, readonly [string, string]>>> = {
  flash: [`^(true|false|${INSTANT})$`, 'true, false, or an instant such as 2026-11-24T08:00'],
  permalink: ['^/', 'an address within the site, such as /special/kfor/'],
  canonical: ['^https?://', 'a full address, such as https://agency.example/story'],
};

/** An instant in the zone of the paper, with its offset. */
function instant(timezone: string): Widget {
  return { widget: 'datetime', input_timezone: timezone };
}

const PICTURE_PARTS = {
  src: 'Picture',
  alt: 'What it shows, for those who do not see it',
  caption: 'Caption',
  credit: 'Who made it',
  focus: 'The point to keep in sight: 50% 30%, left top',
} as const;

/** The widget of a field. */
export function widgetOf(
  name: FieldName,
  form: FormKind,
  choices: readonly Choice[] | null,
  timezone: string,
): Widget {
  const pattern = PATTERNS[name];
  switch (form) {
    case 'text':
    case 'flash':
      return {
        widget: name === 'summary' ? 'text' : 'string',
        ...(pattern === undefined ? {} : { pattern }),
      };
    case 'instant':
      return instant(timezone);
    case 'flag':
      return { widget: 'boolean', default: false };
    case 'choice':
    case 'authors':
      return {
        widget: 'select',
        options: (choices ?? []).map(({ value, label }) => ({ value, label })),
        ...(form === 'authors' ? { multiple: true } : {}),
      };
    case 'texts':
    case 'tags':
      return { widget: 'list' };
    case 'digit':
      return { widget: 'number', value_type: 'int', min: 0, max: 9 };
    case 'image':
      return { widget: 'object', fields: pictureFields() };
    case 'corrections':
      return {
        widget: 'list',
        collapsed: 'auto',
        fields: [
          { name: 'date', label: 'Day', ...instant(timezone), default: '{{now}}' },
          { name: 'text', label: 'What was wrong, and what is right', widget: 'text' },
        ],
      };
  }
}

function pictureFields(): readonly Widget[] {
  return Object.entries(PICTURE_PARTS).map(([name, label]) => ({
    name,
    label,
    widget: name === 'src' ? 'image' : 'string',
    required: false,
    ...(name === 'focus'
      ? {
          pattern: [
            '^(\\d{1,3}%|left|right|top|bottom|center)( (\\d{1,3}%|left|right|top|bottom|center))?$',
            '50% 30%',
          ],
        }
      : {}),
  }));
}

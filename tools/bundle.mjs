/**
 * src/ as the few files of lib/ that Node loads: a file for each entry, and what they share in one chunk.
 * Hundreds of small files take longer to find and read than to run. Types are tsc's business
 * (tsconfig.build.json).
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Files of src/ that something outside loads, and so have a file of their own name in lib/. */
const ENTRIES = [
  'cli/main', // bin/gazeta.js
  'index', // the public API
  'base/look-helper', // threads that walk over large papers
  'work/worker', // threads of large builds
  'output/resize-worker', // the thread that makes pictures smaller
  'host/headers', // tools/serve.mjs
  'render/templates', // below
];

/** All files that a file loads when it starts, itself among them. */
function loadedBy(file, known = new Set()) {
  if (known.has(file)) return known;
  known.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, other] of code.matchAll(/^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)'/gm))
    loadedBy(path.resolve(path.dirname(file), other), known);
  return known;
}

const start = loadedBy(`${ROOT}src/cli/main.ts`);

/** What entries share, by who loads it. */
const GROUPS = [
  // Threads that help with a walk need no more than this, and so start sooner.
  { name: 'look', test: /\/src\/base\/look\.ts/, priority: 2 },
  // What every command needs, and a build that finds nothing changed.
  { name: 'start', test: (id) => start.has(id) && !id.endsWith('/cli/main.ts'), priority: 1 },
  { name: 'gazeta', test: /\/src\/(?!cli\/|work\/worker|base\/look-helper|output\/resize-worker)/ },
];

// What an older version of src/ left there must not be packed.
rmSync(`${ROOT}/lib`, { recursive: true, force: true });

/**
 * Modules of Node as `require` gives them. An import makes a module of each beforehand, with a look at all that it exports, and
 * so loads what Node would load when it is first used: streams of files, web cryptography, comparing of texts.
 */
const BUILTIN = /^import (?:([\w$]+)(?:, )?)?(\{[^}]*\})? from "(node:[^"]+)";$/gm;
const builtins = {
  name: 'builtins',
  renderChunk: (code) => ({
    code: code.replaceAll(BUILTIN, (_, whole, parts, name) =>
      [whole, parts?.replaceAll(' as ', ': ')]
        .filter((names) => names !== undefined)
        .map((names) => `const ${names} = process.getBuiltinModule("${name}");`)
        .join(' '),
    ),
    // Each line stays where it is, and there are no source maps.
    map: null,
  }),
};

await build({
  cwd: ROOT,
  plugins: [builtins],
  input: Object.fromEntries(ENTRIES.map((name) => [name, `src/${name}.ts`])),
  // Packages are installed, and stay theirs.
  external: /^[^./]/,
  platform: 'node',
  output: {
    dir: 'lib',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // The command stays in its entry: it knows where the theme is by where it stands itself (src/cli/main.ts).
    codeSplitting: { groups: GROUPS },
    // Names and lines stay, so that the stack trace of a bug can be read; comments are for readers of src/.
    minify: false,
    comments: false,
  },
});

// What `gazeta dev` puts into pages runs in browsers, as it stands.
cpSync(`${ROOT}/src/serve/client`, `${ROOT}/lib/serve`, { recursive: true });

// What Handlebars reads of the default theme's templates, so that papers that use them need not load it.
const { programsOf } = await import('../lib/render/templates.js');
const templates = readdirSync(`${ROOT}/templates`, { recursive: true }).filter((name) =>
  name.endsWith('.hbs'),
);
const sources = templates.map((name) => readFileSync(`${ROOT}/templates/${name}`, 'utf8'));
writeFileSync(`${ROOT}/lib/programs.json`, JSON.stringify(programsOf(sources)));

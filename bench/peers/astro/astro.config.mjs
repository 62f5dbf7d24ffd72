import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  output: 'static',
  outDir: process.env.OUT,
  cacheDir: process.env.CACHE,
  markdown: { syntaxHighlight: false },
  build: { format: 'directory' },
  compressHTML: false,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
});

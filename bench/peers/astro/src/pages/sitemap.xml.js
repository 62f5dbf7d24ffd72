import { all } from '../site.js';

export const GET = async () => {
  const urls = (await all()).map(
    ({ url, iso }) => `<url><loc>https://example.org${url}</loc><lastmod>${iso}</lastmod></url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}</urlset>`,
  );
};

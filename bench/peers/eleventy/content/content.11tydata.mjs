const fold = (text) => text.toLowerCase().replace(/[^a-z]+/g, '-');

export default {
  layout: 'article.njk',
  permalink: ({ section, slug }) => `/${fold(section)}/${slug}/index.html`,
};

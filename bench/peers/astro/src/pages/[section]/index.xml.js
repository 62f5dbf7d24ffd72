import { all, feed, SECTIONS } from '../../site.js';

export const getStaticPaths = () =>
  SECTIONS.map((section) => ({ params: { section: section.slug }, props: { section } }));

export const GET = async ({ props: { section } }) =>
  feed(
    section.name,
    `https://example.org/${section.slug}/`,
    (await all()).filter((one) => one.section === section.name),
  );

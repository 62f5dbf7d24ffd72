/** The first articles of a paper in English. */
import { scalar } from '../../content/front-matter-text.ts';
import type { Texts } from './text.ts';

export const ENGLISH: Texts = {
  tag: 'guide',

  welcome: ({ link }) => ({
    title: 'Your paper is ready',
    summary: 'Where everything is, and what to do first.',
    body: `This page is an article like any other. It is a file below \`articles/\`, and you may change it or
delete it whenever you like.

## Where things are

- \`articles/\` has the articles, each in a Markdown file. The folders below it are yours to arrange.
- \`pages/\` has what the paper says of itself, such as who makes it.
- \`site.yaml\` has the settings: the name of the paper, its address, its sections.
- \`public/\` is for pictures and other files that are published as they are. Make it when you need it.
- \`dist/\` is the finished site. Builds write it, so change nothing in it.

## What to do first

1. Write the public address of the paper into \`site.yaml\`.
2. Say in \`pages/about-us.md\` who makes the paper, and take out its line \`draft: true\`.
3. Read [how an article is written](${link.write}) and [how the paper is published](${link.publish}).
4. Delete these articles once your own are there.
`,
  }),

  write: ({ section }) => ({
    title: 'How to write an article',
    summary: 'A headline, a date and a text are enough.',
    body: `One command makes the file, with its date and as a draft:

\`\`\`
npx gazeta new "The headline"${section === null ? '' : ` --section ${JSON.stringify(section)}`}
\`\`\`

The lines between the two \`---\` say what the article is:

\`\`\`yaml
---
title: The headline
date: 2026-11-23T09:00${section === null ? '' : `\nsection: ${scalar(section)}`}
tags: [one subject, another one]
summary: A sentence or two for lists and search engines.
draft: true
---
\`\`\`

With \`draft: true\` readers do not see it. Take the line out when the article is finished.

The text below is Markdown. An empty line begins a paragraph, \`##\` a heading, and \`**asterisks**\` make
words stand out. A link to another article names its file, \`[words](that-file.md)\`. A picture has a few words for
those who do not see it: \`![What it shows](/picture.jpg)\`.

## What else an article can say

- \`publish: 2026-11-24T06:00\` keeps it from readers until that moment.
- \`tags: [flash-news]\` makes it flash news.
- \`authors: [The name]\` says who wrote it.
- \`corrections:\` tells readers what was corrected, and when.

All of it is in \`node_modules/gazeta/docs/front-matter.md\`.
`,
  }),

  publish: ({ link, workflow }) => ({
    title: 'How the paper is published',
    summary: 'One command builds it, as often as you like.',
    body: `\`npx gazeta build\` turns the articles into pages in \`dist/\`. If something is wrong it says where, and what
to do; then nothing is published, and what readers see stays as it is.

Three more commands help with the daily work:

- \`npx gazeta check\` lists errors and likely mistakes, such as links that lead nowhere. It writes nothing.
- \`npx gazeta next\` says what will happen by itself, and when.
- \`npx gazeta why\` and the address of a page says what the page is made from.

## Again and again

The paper changes by itself: articles with a \`publish\` in the future appear, and flash news ends. It has to be built
at that moment. ${
      workflow === null
        ? 'When you know where it will be published, read `node_modules/gazeta/docs/hosting.md`, and say it in `site.yaml`: `host`.'
        : `The file \`${workflow}\` sees to that; its comments say what is to be done once.`
    }

The articles themselves are written as [this guide explains](${link.write}).
`,
  }),

  about: {
    title: 'About us',
    summary: 'Who makes this paper, and how to reach us.',
    body: `Say here who makes the paper, who owns it and who pays for it, how a mistake is mended, and how readers reach you.

This is a page of the paper: it is in no list, needs no date, and every page names it in its footer once the line
\`draft: true\` is gone. Make as many as you need: \`pages/imprint.md\` is at \`/imprint/\`.
`,
  },

  section: (name) => ({
    title: `About the section ${name}`,
    summary: 'It has a front of its own, with its newest articles.',
    body: `This article is here so that the section is not empty. Delete it once there is another one.

The sections stand in \`site.yaml\`, in the order of the menu. There each can have a colour, and names in other
languages. An article says in its first lines to which it belongs.
`,
  }),
};

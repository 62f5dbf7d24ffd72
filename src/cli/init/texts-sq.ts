/** The first articles of a paper in Albanian. */
import { scalar } from '../../content/front-matter-text.ts';
import type { Texts } from './text.ts';

export const ALBANIAN: Texts = {
  tag: 'udhëzues',

  welcome: ({ link }) => ({
    title: 'Gazeta juaj është gati',
    summary: 'Ku gjendet çdo gjë dhe çfarë të bëni së pari.',
    body: `Kjo faqe është një artikull si çdo tjetër. Është një skedar në dosjen \`articles/\`; mund ta ndryshoni ose ta
fshini kur të doni.

## Ku gjendet çdo gjë

- \`articles/\` përmban artikujt, secilin në një skedar Markdown. Dosjet brenda saj i rregulloni si të doni.
- \`pages/\` përmban çfarë thotë gazeta për veten, për shembull kush e bën atë.
- \`site.yaml\` përmban cilësimet: emrin e gazetës, adresën e saj dhe rubrikat.
- \`public/\` është për fotografi dhe skedarë të tjerë që botohen ashtu siç janë. Krijojeni kur t'ju duhet.
- \`dist/\` është faqja e gatshme. Atë e shkruan vetë programi, prandaj mos ndryshoni asgjë në të.

## Çfarë të bëni së pari

1. Shkruani në \`site.yaml\` adresën publike të gazetës.
2. Thoni në \`pages/rreth-nesh.md\` kush e bën gazetën dhe hiqeni prej tij rreshtin \`draft: true\`.
3. Lexoni [si shkruhet një artikull](${link.write}) dhe [si botohet gazeta](${link.publish}).
4. Fshini këta artikuj kur të keni të parët tuaj.
`,
  }),

  write: ({ section }) => ({
    title: 'Si shkruhet një artikull',
    summary: 'Mjaftojnë një titull, një datë dhe një tekst.',
    body: `Një komandë e krijon skedarin, me datën dhe si draft:

\`\`\`
npx gazeta new "Titulli"${section === null ? '' : ` --section ${JSON.stringify(section)}`}
\`\`\`

Rreshtat midis dy shenjave \`---\` tregojnë çfarë është artikulli:

\`\`\`yaml
---
title: Titulli
date: 2026-11-23T09:00${section === null ? '' : `\nsection: ${scalar(section)}`}
tags: [një temë, një temë tjetër]
summary: Një ose dy fjali për listat dhe për motorët e kërkimit.
draft: true
---
\`\`\`

Me \`draft: true\` lexuesit nuk e shohin. Hiqeni këtë rresht kur artikulli të jetë gati.

Teksti më poshtë shkruhet në Markdown. Një rresht bosh fillon një paragraf të ri, \`##\` fillon një nëntitull, kurse
\`**yjet**\` i theksojnë fjalët. Lidhja me një artikull tjetër përmend skedarin e tij, \`[fjalët](skedari.md)\`.
Fotografia ka disa fjalë për ata që nuk e shohin: \`![Çfarë tregon](/fotografia.jpg)\`.

## Çfarë tjetër mund të thotë një artikull

- \`publish: 2026-11-24T06:00\` nuk ua tregon lexuesve deri në atë çast.
- \`tags: [flash-news]\` e bën lajm flash.
- \`authors: [Emri]\` thotë kush e ka shkruar.
- \`corrections:\` u tregon lexuesve çfarë u korrigjua dhe kur.

Të gjitha i gjeni, në anglisht, në \`node_modules/gazeta/docs/front-matter.md\`.
`,
  }),

  publish: ({ link, workflow }) => ({
    title: 'Si botohet gazeta',
    summary: 'Mjafton një komandë, sa herë të doni.',
    body: `\`npx gazeta build\` i kthen artikujt në faqe në dosjen \`dist/\`. Nëse diçka nuk është në rregull, thotë ku është
dhe çfarë duhet bërë; atëherë nuk botohet asgjë, dhe ajo që shohin lexuesit mbetet siç ishte.

Edhe tri komanda të tjera ndihmojnë në punën e përditshme:

- \`npx gazeta check\` tregon çfarë mund të jetë gabim, për shembull lidhjet që nuk çojnë askund. Nuk shkruan asgjë.
- \`npx gazeta next\` tregon çfarë do të ndodhë vetvetiu dhe kur.
- \`npx gazeta why\` bashkë me adresën e një faqeje tregon nga çfarë është bërë ajo.

## Gjithnjë nga e para

Gazeta ndryshon edhe vetvetiu: shfaqen artikujt që kanë një \`publish\` në të ardhmen, dhe lajmet flash mbarojnë.
Në atë çast duhet ndërtuar përsëri. ${
      workflow === null
        ? 'Kur ta dini se ku do të botohet, lexoni `node_modules/gazeta/docs/hosting.md` dhe shkruajeni në `site.yaml`: `host`.'
        : `Për këtë kujdeset skedari \`${workflow}\`; komentet e tij thonë çfarë duhet bërë një herë.`
    }

Vetë artikujt shkruhen [siç tregohet këtu](${link.write}).
`,
  }),

  about: {
    title: 'Rreth nesh',
    summary: 'Kush e bën këtë gazetë dhe si mund të na shkruani.',
    body: `Thoni këtu kush e bën gazetën, kujt i përket dhe kush e paguan, si ndreqet një gabim dhe si mund t'ju shkruajnë lexuesit.

Kjo është një faqe e gazetës: nuk është në asnjë listë, nuk ka nevojë për datë dhe çdo faqe e përmend poshtë, sapo të hiqet
rreshti \`draft: true\`. Krijoni sa t'ju duhen: \`pages/impressum.md\` është te \`/impressum/\`.
`,
  },

  section: (name) => ({
    title: `Rubrika ${name}`,
    summary: 'Ka faqen e saj, me artikujt më të rinj.',
    body: `Ky artikull është këtu që rubrika të mos jetë bosh. Fshijeni kur të ketë një tjetër.

Rubrikat janë në \`site.yaml\`, sipas radhës së menysë. Aty secila mund të ketë një ngjyrë dhe emra në gjuhë të tjera.
Artikulli thotë në rreshtat e parë se cilës rubrikë i përket.
`,
  }),
};

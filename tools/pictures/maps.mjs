/**
 * The maps. `centre` and all other places are longitude and latitude; `km` is how much of the earth is as wide as
 * the picture. `one` are the countries that the map is about, `two` those that belong with them; `frontier` and
 * `riverBorder` are the borders between two lists of countries. In `names` a country may have a place and words
 * other than those of countries.mjs.
 */
const SIX = ['Albania', 'Bosnia and Herz.', 'Kosovo', 'Macedonia', 'Montenegro', 'Serbia'];

const UNION =
  'Austria Belgium Bulgaria Croatia Cyprus Czechia Denmark Estonia Finland France Germany Greece Hungary Ireland Italy Latvia Lithuania Luxembourg Malta Netherlands Poland Portugal Romania Slovakia Slovenia Spain Sweden'.split(
    ' ',
  );

const TIRANA = { name: 'Tirana', at: [19.818, 41.328] };
const BELGRADE = { name: 'Belgrade', at: [20.457, 44.817], minor: true };
const ZAGREB = { name: 'Zagreb', at: [15.982, 45.815], minor: true };
const PRISTINA = { name: 'Pristina', at: [21.165, 42.663], minor: true };
const PEJA = [20.29, 42.66];

const BORDER = {
  centre: [20.85, 42.85],
  km: 260,
  one: ['Kosovo'],
  frontier: [['Kosovo'], ['Serbia']],
  bar: [90, 715],
};

export const MAPS = {
  // The region

  'map-kosovo-serbia-border': {
    ...BORDER,
    title:
      'Map of Kosovo with its border with Serbia drawn in red, and the village of Banjskë near it',
    names: [
      ['Kosovo', [20.8, 42.42]],
      ['Serbia', [21.75, 43.3]],
      ['Montenegro', [19.72, 42.98]],
      ['Albania', [19.92, 42.42]],
      ['Macedonia', [21.72, 42.19]],
    ],
    places: [
      { name: 'Banjskë', at: [20.783, 42.971] },
      { ...PRISTINA, side: 'left' },
    ],
  },
  'map-kosovo-serbia-border-sq': {
    ...BORDER,
    lang: 'sq',
    title: 'Harta e Kosovës me kufirin me Serbinë në të kuqe dhe me fshatin Banjskë',
    names: [
      ['Kosovo', [20.8, 42.42]],
      ['Serbia', [21.75, 43.3]],
      ['Montenegro', [19.72, 42.98]],
      ['Albania', [19.92, 42.42]],
      ['Macedonia', [21.72, 42.19]],
    ],
    places: [
      { name: 'Banjska', at: [20.783, 42.971] },
      { ...PRISTINA, name: 'Prishtina', side: 'left' },
    ],
  },
  'map-banjske': {
    title: 'Map of the north of Kosovo with the village of Banjskë',
    centre: [20.85, 42.97],
    km: 125,
    one: ['Kosovo'],
    names: [
      ['Kosovo', [20.98, 42.72]],
      ['Serbia', [21.3, 43.2]],
    ],
    places: [
      { name: 'Banjskë', at: [20.783, 42.971] },
      { name: 'Mitrovica', at: [20.867, 42.883], minor: true },
      { name: 'Novi Pazar', at: [20.512, 43.137], minor: true },
    ],
  },
  'map-novi-sad': {
    title: 'Map of Serbia with Novi Sad in the north, on the way from Belgrade to Budapest',
    centre: [19.83, 45.5],
    km: 620,
    one: ['Serbia'],
    names: [
      ['Serbia', [20.9, 44.05]],
      ['Hungary', [18.4, 46.75]],
      ['Romania', [22.6, 45.9]],
      ['Croatia', [17.2, 45.55]],
      ['Bosnia and Herz.', [17.9, 44.8]],
    ],
    places: [
      { name: 'Novi Sad', at: [19.833, 45.267] },
      BELGRADE,
      { name: 'Budapest', at: [19.04, 47.498], minor: true },
    ],
  },
  'map-prespa': {
    title:
      'Map of Lake Prespa between Greece, Albania and North Macedonia, with the village of Psarades',
    centre: [21.1, 40.95],
    km: 190,
    one: ['Greece'],
    two: ['Macedonia'],
    lakes: ['Ohrid', 'Prespa'],
    names: [
      ['Macedonia', [21.25, 41.4]],
      ['Greece', [21.75, 40.62]],
      ['Albania', [20.3, 41.05]],
    ],
    waters: [['Lake Prespa', [20.66, 40.8]]],
    places: [
      { name: 'Psarades', at: [21.03, 40.828] },
      { name: 'Bitola', at: [21.335, 41.031], minor: true },
    ],
  },
  'map-nato-balkans': {
    title:
      'Map of the members of NATO in the Balkans with their years: Slovenia 2004, Croatia and Albania 2009, Montenegro 2017, North Macedonia 2020',
    centre: [20.2, 43.7],
    km: 1100,
    one: ['Macedonia'],
    two: 'Slovenia Croatia Albania Montenegro Greece Bulgaria Romania Hungary Italy Turkey'.split(
      ' ',
    ),
    names: [
      ['Slovenia', [14.9, 46.15], '2004'],
      ['Croatia', [16.1, 45.45], '2009'],
      ['Montenegro', [19.3, 42.82], '2017'],
      ['Albania', [20.05, 41.0], '2009'],
      ['Serbia', [20.9, 44.1]],
      ['Bosnia and Herz.', [17.75, 44.2]],
    ],
    places: [{ name: 'Skopje 2020', at: [21.431, 41.996] }],
  },
  'map-ohrid': {
    title: 'Map of North Macedonia with Ohrid by its lake, Skopje, and Pristina in Kosovo',
    centre: [21.1, 41.75],
    km: 430,
    one: ['Macedonia'],
    two: ['Kosovo', 'Serbia'],
    lakes: ['Ohrid', 'Prespa', 'Skadar'],
    names: [
      ['Macedonia', [21.85, 41.55]],
      ['Kosovo', [20.75, 42.42]],
      ['Serbia', [21.9, 43.05]],
      ['Albania', [19.95, 41.3]],
      ['Greece', [22.3, 40.72]],
      ['Bulgaria', [23.2, 42.5]],
    ],
    places: [
      { name: 'Ohrid', at: [20.802, 41.117] },
      { name: 'Skopje', at: [21.431, 41.996], minor: true },
      PRISTINA,
    ],
  },

  // Politics

  'map-union-and-six': {
    title: 'Map of Europe: the European Union, the six partners in the Western Balkans, and Tirana',
    centre: [14.5, 47.5],
    km: 3600,
    one: SIX,
    two: UNION,
    places: [{ ...TIRANA }],
  },
  'map-summits': {
    title:
      'Map of Europe with the places of the summits: Prague, Bulboaca, Granada, Blenheim, Budapest, Tirana',
    centre: [12.5, 45.5],
    km: 3800,
    one: ['Albania'],
    bar: [880, 720],
    places: [
      { ...TIRANA },
      { name: 'Prague', at: [14.43, 50.08], minor: true, side: 'above' },
      { name: 'Bulboaca', at: [29.31, 46.87], minor: true, side: 'above' },
      { name: 'Granada', at: [-3.6, 37.18], minor: true, side: 'above' },
      { name: 'Blenheim', at: [-1.36, 51.84], minor: true, side: 'above' },
      { name: 'Budapest', at: [19.04, 47.5], minor: true, side: 'left' },
    ],
  },

  // The economy

  'map-open-balkan': {
    title: 'Map of the Western Balkans: Albania, North Macedonia and Serbia in a stronger tone',
    centre: [19.9, 43.3],
    km: 900,
    one: ['Albania', 'Macedonia', 'Serbia'],
    two: ['Bosnia and Herz.', 'Kosovo', 'Montenegro'],
    names: [
      ['Serbia', [20.7, 44.35]],
      ['Albania', [18.5, 41.1]],
      ['Bosnia and Herz.', [17.75, 44.3]],
      ['Kosovo', [20.9, 42.55]],
      ['Montenegro', [17.25, 42.2]],
    ],
    places: [
      { name: 'Skopje', at: [21.431, 41.996] },
      { name: 'Novi Sad', at: [19.833, 45.267], minor: true },
    ],
  },
  'map-croatia-borders': {
    title:
      'Map of Croatia; its borders with Bosnia and Herzegovina, Serbia and Montenegro are drawn in red',
    centre: [16.5, 44.6],
    km: 780,
    one: ['Croatia'],
    two: ['Slovenia', 'Hungary', 'Austria', 'Italy'],
    frontier: [['Croatia'], ['Bosnia and Herz.', 'Serbia', 'Montenegro']],
    names: [
      ['Slovenia', [14.5, 46.1]],
      ['Hungary', [18.8, 46.4]],
      ['Bosnia and Herz.', [17.75, 44.2]],
      ['Serbia', [20.4, 44.2]],
      ['Italy', [12.4, 43.3]],
    ],
    places: [{ ...ZAGREB, minor: false }],
  },
  'map-six-partners': {
    title: 'Map of the six partners: Albania, Bosnia, Kosovo, Montenegro, North Macedonia, Serbia',
    centre: [19.3, 43.4],
    km: 900,
    one: SIX,
    two: UNION,
    names: [
      ['Bosnia and Herz.', [17.75, 44.3]],
      ['Serbia', [20.8, 44.2]],
      ['Montenegro', [17.25, 42.2]],
      ['Kosovo', [20.95, 42.55]],
      ['Albania', [18.4, 41.2]],
      ['Macedonia', [21.6, 41.55], 'N. Macedonia'],
    ],
  },
  'map-peljesac': {
    title: 'Map of the Pelješac bridge: it passes the coast of Bosnia and Herzegovina at Neum',
    centre: [17.62, 42.93],
    km: 125,
    one: ['Croatia'],
    two: ['Bosnia and Herz.'],
    names: [
      ['Bosnia and Herz.', [17.85, 43.2]],
      ['Croatia', [17.3, 43.22]],
    ],
    places: [
      { name: 'Pelješac bridge', at: [17.527, 42.93], side: 'left' },
      { name: 'Neum', at: [17.616, 42.924], minor: true },
      { name: 'Dubrovnik', at: [18.094, 42.65], minor: true, side: 'left' },
      { name: 'Ploče', at: [17.434, 43.056], minor: true, side: 'left' },
    ],
    waters: [['Adriatic', [17.2, 42.6]]],
  },

  // Society

  'map-skopje-calcutta': {
    title: 'Map of Europe and Asia with a line from Skopje to Calcutta',
    centre: [55, 33],
    km: 9400,
    one: ['Macedonia'],
    two: ['India'],
    borders: false,
    route: [
      [21.431, 41.996],
      [88.364, 22.573],
    ],
    places: [
      { name: 'Skopje', at: [21.431, 41.996], side: 'above' },
      { name: 'Calcutta', at: [88.364, 22.573], side: 'below' },
    ],
  },
  'map-durres-earthquake': {
    title: 'Map of the earthquake in Albania: the epicentre, Durrës, Thumanë and Tirana',
    centre: [19.72, 41.45],
    km: 170,
    one: ['Albania'],
    names: [
      ['Albania', [20.15, 41.75]],
      ['Montenegro', [19.3, 42.03]],
    ],
    places: [
      { name: 'Epicentre', at: [19.526, 41.514], side: 'left', quake: true },
      { name: 'Durrës', at: [19.441, 41.323], side: 'below' },
      { name: 'Thumanë', at: [19.687, 41.55] },
      { ...TIRANA, minor: true },
    ],
    waters: [['Adriatic', [19.0, 41.2]]],
    bar: [870, 690],
  },
  'map-floods-2014': {
    title:
      'Map of the floods of May 2014 on the Sava and its tributaries in Bosnia, Croatia and Serbia',
    centre: [19.3, 44.7],
    km: 340,
    one: ['Bosnia and Herz.', 'Serbia'],
    two: ['Croatia'],
    riverBorder: [['Bosnia and Herz.'], ['Croatia', 'Serbia']],
    rivers: ['Sava'],
    names: [
      ['Croatia', [18.1, 45.4]],
      ['Bosnia and Herz.', [17.95, 44.3]],
      ['Serbia', [20.3, 44.1]],
    ],
    waters: [
      ['Sava', [19.9, 45.0]],
      ['Drina', [18.85, 44.4]],
    ],
    places: [
      { name: 'Obrenovac', at: [20.2, 44.655], side: 'below' },
      { name: 'Doboj', at: [18.087, 44.733] },
      { name: 'Gunja', at: [18.852, 44.882], side: 'above', minor: true },
      BELGRADE,
    ],
  },
  'map-petrinja-earthquake': {
    title: 'Map of the earthquake in Croatia: Petrinja, Zagreb, and Krško in Slovenia',
    centre: [16.2, 45.55],
    km: 250,
    one: ['Croatia'],
    names: [
      ['Slovenia', [15.0, 45.72]],
      ['Bosnia and Herz.', [16.95, 45.08]],
      ['Croatia', [17.1, 45.75]],
    ],
    places: [
      { name: 'Petrinja', at: [16.279, 45.441], quake: true },
      ZAGREB,
      { name: 'Krško', at: [15.492, 45.959], minor: true, side: 'above' },
    ],
  },

  // Culture

  'map-krusha': {
    lang: 'sq',
    title: 'Harta e Kosovës me fshatin Krusha e Madhe',
    centre: [20.75, 42.45],
    km: 230,
    one: ['Kosovo'],
    names: [
      ['Kosovo', [20.85, 42.52]],
      ['Albania', [19.95, 42.2]],
      ['Macedonia', [21.35, 41.9]],
      ['Serbia', [21.75, 43.05]],
      ['Montenegro', [19.65, 42.9]],
    ],
    places: [
      { name: 'Krusha e Madhe', at: [20.63, 42.319] },
      { name: 'Peja', at: PEJA, minor: true },
      { ...PRISTINA, name: 'Prishtina', side: 'left' },
    ],
  },
  'map-gjirokaster': {
    lang: 'sq',
    title: 'Harta e Shqipërisë me Gjirokastrën dhe Tiranën',
    centre: [20.3, 40.75],
    km: 480,
    one: ['Albania'],
    lakes: ['Ohrid', 'Prespa', 'Skadar'],
    names: [
      ['Greece', [21.6, 39.8]],
      ['Macedonia', [21.75, 41.55]],
      ['Italy', [18.0, 40.45]],
    ],
    waters: [['Adriatiku', [18.5, 41.55]]],
    places: [
      { name: 'Gjirokastra', at: [20.139, 40.076] },
      { ...TIRANA, minor: true },
    ],
  },
  'map-capitals-of-culture': {
    title: 'Map of Europe with the capitals of culture of 2022: Novi Sad, Kaunas and Esch',
    centre: [15.5, 49.8],
    km: 2300,
    one: ['Serbia'],
    two: ['Lithuania', 'Luxembourg'],
    places: [
      { name: 'Novi Sad', at: [19.833, 45.267] },
      { name: 'Kaunas', at: [23.904, 54.898], side: 'left' },
      { name: 'Esch', at: [5.981, 49.496], side: 'above' },
    ],
  },

  // Sport

  'map-rio': {
    title: 'Map of the coast of Brazil with Rio de Janeiro, and a globe',
    centre: [-44.5, -21],
    km: 2300,
    one: ['Brazil'],
    names: [['Brazil', [-48.5, -16.4], 'Brazil']],
    waters: [['Atlantic', [-38.5, -26]]],
    places: [
      { name: 'Rio de Janeiro', at: [-43.2, -22.91] },
      { name: 'São Paulo', at: [-46.633, -23.55], minor: true, side: 'left' },
    ],
    inset: 'right',
  },
  'map-tokyo': {
    title: 'Map of Japan with Tokyo, and a globe',
    centre: [138.2, 36.6],
    km: 2000,
    one: ['Japan'],
    names: [],
    waters: [['Pacific', [145.2, 38.2]]],
    places: [{ name: 'Tokyo', at: [139.692, 35.69] }],
    bar: [860, 690],
    inset: 'left',
  },

  // Science

  'map-vindija': {
    title: 'Map of the north of Croatia with the caves of Vindija and Krapina',
    centre: [16.1, 46.1],
    km: 190,
    one: ['Croatia'],
    names: [
      ['Slovenia', [15.25, 46.4]],
      ['Hungary', [17.05, 46.5]],
      ['Croatia', [16.7, 45.85]],
    ],
    places: [
      { name: 'Vindija', at: [16.07, 46.299] },
      { name: 'Krapina', at: [15.864, 46.165], side: 'left' },
      ZAGREB,
    ],
  },
  'map-vjosa': {
    lang: 'sq',
    title: 'Harta e Vjosës, nga malet e Pindit në Greqi deri në Adriatik, me Drinon dhe Shushicën',
    centre: [20.15, 40.27],
    km: 230,
    one: ['Albania'],
    rivers: ['Vjosa', 'Drino', 'Shushica'],
    names: [
      ['Greece', [20.95, 39.78]],
      ['Albania', [20.55, 40.65]],
    ],
    waters: [
      ['Vjosa', [20.02, 40.5]],
      ['Drino', [20.32, 40.07]],
      ['Adriatiku', [19.12, 40.78]],
    ],
    places: [
      { name: 'Tepelena', at: [20.019, 40.296], side: 'left' },
      { name: 'Përmeti', at: [20.352, 40.233], minor: true },
      { name: 'Vlora', at: [19.49, 40.469], minor: true, side: 'above' },
    ],
  },
  'map-lake-ohrid': {
    title: 'Map of Lake Ohrid between Albania and North Macedonia with the place of the drilling',
    centre: [20.78, 41.03],
    km: 110,
    one: ['Macedonia'],
    two: ['Albania'],
    lakes: ['Ohrid', 'Prespa'],
    names: [
      ['Macedonia', [21.05, 41.3]],
      ['Albania', [20.4, 40.98]],
      ['Greece', [21.25, 40.72]],
    ],
    places: [
      { name: 'Drilling site', at: [20.715, 41.049] },
      { name: 'Ohrid', at: [20.802, 41.117], minor: true },
      { name: 'Pogradec', at: [20.655, 40.902], minor: true, side: 'below' },
    ],
    waters: [['Prespa', [21.03, 40.9]]],
  },

  // The world

  'map-baltic': {
    title: 'Map of the Baltic Sea: Sweden, and the other members of NATO around it',
    centre: [18.5, 59.5],
    km: 2000,
    // The fjords of Norway and the islands of Finland would make the file heavy.
    tolerance: 3.2,
    one: ['Sweden'],
    two: 'Denmark Estonia Finland Germany Latvia Lithuania Norway Poland'.split(' '),
    names: ['Finland', ['Norway', [8.6, 60.6]], ['Russia', [32.5, 58]], ['Sweden', [15.6, 62.6]]],
    places: [{ name: 'Gotland', at: [18.5, 57.5] }],
  },
  'map-prevost': {
    title: 'Map of the Atlantic with a line from Chicago to Chiclayo in Peru and on to Rome',
    centre: [-37, 22],
    km: 13500,
    one: ['Peru'],
    two: ['United States of America'],
    borders: false,
    route: [
      [-87.63, 41.88],
      [-79.84, -6.77],
      [12.48, 41.9],
    ],
    places: [
      { name: 'Chicago', at: [-87.63, 41.88], side: 'above' },
      { name: 'Chiclayo', at: [-79.84, -6.77] },
      { name: 'Rome', at: [12.48, 41.9] },
    ],
  },
  'map-turkey-earthquake': {
    title: 'Map of the south of Türkiye and the north of Syria with the two earthquakes',
    centre: [37.0, 37.2],
    km: 860,
    one: ['Turkey', 'Syria'],
    names: [
      ['Turkey', [34.2, 39.2]],
      ['Syria', [38.4, 35.2]],
    ],
    places: [
      { name: 'Magnitude 7.8', at: [37.014, 37.226], quake: true },
      { name: '7.5', at: [37.196, 38.011] },
      { name: 'Antakya', at: [36.162, 36.202], minor: true, side: 'left' },
      { name: 'Aleppo', at: [37.16, 36.2], minor: true },
    ],
  },
};

/** The charts. Their figures stand in the articles that they go with. */

export const BARS = {
  'growth-plan-chart': {
    title:
      'The proposed growth plan, 2024 to 2027, in billions of euros: grants 2, loans 4, total 6',
    heading: 'Growth plan, billions of euros',
    bars: [
      { name: 'Grants', value: 2 },
      { name: 'Loans', value: 4 },
      { name: 'Total', value: 6, strong: true },
    ],
  },
  'chart-montenegro-election': {
    title:
      'Election in Montenegro, per cent of the vote: first round Đukanović 35, Milatović 29; second round Milatović 59, Đukanović 41',
    heading: 'Montenegro votes, per cent',
    bars: [
      { name: 'Đukanović, first round', value: 35 },
      { name: 'Milatović, first round', value: 29, strong: true },
      { name: 'Đukanović, second round', value: 41 },
      { name: 'Milatović, second round', value: 59, strong: true },
    ],
  },
  'chart-eurovision': {
    title: 'Eurovision 2024, points: Switzerland 591, Croatia 547, Ukraine 453',
    heading: 'Eurovision 2024, points',
    bars: [
      { name: 'Switzerland', value: 591 },
      { name: 'Croatia', value: 547, strong: true },
      { name: 'Ukraine', value: 453 },
    ],
  },
  'chart-djokovic-titles': {
    title: 'Grand Slam titles of Novak Djokovic: Australia 10, Wimbledon 7, New York 4, Paris 3',
    heading: '24 Grand Slam titles',
    bars: [
      { name: 'Australian Open', value: 10, strong: true },
      { name: 'Wimbledon', value: 7 },
      { name: 'US Open', value: 4 },
      { name: 'French Open', value: 3 },
    ],
  },
  'chart-bajrami': {
    title: 'Golat më të shpejtë të Evropianeve, në sekonda: Bajrami 23, Kiriçenko 67',
    heading: 'Goli më i shpejtë, në sekonda',
    bars: [
      { name: 'Nedim Bajrami, 2024', value: 23, strong: true },
      { name: 'Dmitri Kiriçenko, 2004', value: 67 },
    ],
  },
  'chart-un-vote': {
    title:
      'Vote of the UN General Assembly on 2 March 2022: in favour 141, against 5, abstained 35',
    heading: 'General Assembly, 2 March 2022',
    bars: [
      { name: 'In favour', value: 141, strong: true },
      { name: 'Abstained', value: 35 },
      { name: 'Against', value: 5 },
    ],
  },
};

/** The middle of a month, as a fraction of its year. */
const month = (year, number) => year + (number - 0.5) / 12;

export const SPANS = {
  'chart-wait-for-talks': {
    title:
      'From candidate to accession talks: North Macedonia December 2005 to July 2022, Albania June 2014 to July 2022',
    heading: 'From candidate to talks',
    from: 2005,
    to: 2023,
    ticks: [2005, 2010, 2015, 2020].map((year) => [year, String(year)]),
    rows: [
      {
        name: 'North Macedonia',
        span: [month(2005, 12), month(2022, 7)],
        points: [
          [month(2005, 12), '2005'],
          [month(2022, 7), '2022'],
        ],
      },
      {
        name: 'Albania',
        span: [month(2014, 6), month(2022, 7)],
        points: [
          [month(2014, 6), '2014'],
          [month(2022, 7), '2022'],
        ],
      },
    ],
  },
  'chart-visas': {
    title:
      'Pa viza në zonën Schengen: Serbia, Mali i Zi dhe Maqedonia e Veriut nga dhjetori 2009, Shqipëria dhe Bosnja nga dhjetori 2010, Kosova nga janari 2024',
    heading: 'Pa viza në zonën Schengen',
    from: 2009,
    to: 2025,
    ticks: [2010, 2015, 2020, 2025].map((year) => [year, String(year)]),
    rows: [
      {
        name: 'Serbia, Mali i Zi, Maqedonia e Veriut',
        span: [month(2009, 12), 2025],
        points: [[month(2009, 12), 'dhjetor 2009', 'start']],
      },
      {
        name: 'Shqipëria, Bosnja dhe Hercegovina',
        span: [month(2010, 12), 2025],
        points: [[month(2010, 12), 'dhjetor 2010', 'start']],
      },
      { name: 'Kosova', span: [2024, 2025], points: [[2024, 'janar 2024', 'end']] },
    ],
  },
  'chart-webb-distance': {
    title:
      'Distance from the Earth: the Moon 0.38 million kilometres, the James Webb Space Telescope 1.5 million kilometres',
    heading: 'Million kilometres from the Earth',
    from: 0,
    to: 1.6,
    ticks: ['0', '0.5', '1', '1.5'].map((name) => [Number(name), name]),
    rows: [
      { name: 'The Moon', span: [0, 0.384], points: [[0.384, '0.38']] },
      { name: 'The James Webb telescope', span: [0, 1.5], points: [[1.5, '1.5']] },
    ],
  },
  'chart-final-2018': {
    title: 'Goals of the World Cup final of 2018 by minute: France 18, 38, 59, 65; Croatia 28, 69',
    heading: 'The goals, by minute',
    from: 0,
    to: 90,
    ticks: [0, 45, 90].map((minute) => [minute, String(minute)]),
    rows: [
      { name: 'France', points: [18, 38, 59, 65].map((minute) => [minute, String(minute)]) },
      { name: 'Croatia', points: [28, 69].map((minute) => [minute, String(minute)]) },
    ],
  },
};

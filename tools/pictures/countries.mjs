/**
 * The countries that maps name: as world-atlas calls them, in English and Albanian, and where the name stands; a
 * long one in two lines.
 */
export const COUNTRIES = {
  Albania: { en: 'Albania', sq: 'Shqipëria', at: [20.05, 41.1] },
  Austria: { en: 'Austria', sq: 'Austria', at: [14.5, 47.4] },
  'Bosnia and Herz.': {
    en: 'Bosnia and\nHerzegovina',
    sq: 'Bosnja dhe\nHercegovina',
    at: [17.8, 44.3],
  },
  Bulgaria: { en: 'Bulgaria', sq: 'Bullgaria', at: [25.2, 42.7] },
  Croatia: { en: 'Croatia', sq: 'Kroacia', at: [16.2, 45.55] },
  Denmark: { en: 'Denmark', sq: 'Danimarka', at: [9.2, 56.1] },
  Estonia: { en: 'Estonia', sq: 'Estonia', at: [25.8, 58.75] },
  Finland: { en: 'Finland', sq: 'Finlanda', at: [25.8, 62.3] },
  France: { en: 'France', sq: 'Franca', at: [2.5, 46.8] },
  Germany: { en: 'Germany', sq: 'Gjermania', at: [10.2, 51.2] },
  Greece: { en: 'Greece', sq: 'Greqia', at: [22.0, 39.6] },
  Hungary: { en: 'Hungary', sq: 'Hungaria', at: [19.3, 47.0] },
  Italy: { en: 'Italy', sq: 'Italia', at: [12.6, 43.1] },
  Kosovo: { en: 'Kosovo', sq: 'Kosova', at: [20.9, 42.6] },
  Latvia: { en: 'Latvia', sq: 'Letonia', at: [25.2, 56.9] },
  Lithuania: { en: 'Lithuania', sq: 'Lituania', at: [23.9, 55.4] },
  Macedonia: { en: 'North Macedonia', sq: 'Maqedonia e Veriut', at: [21.7, 41.6] },
  Montenegro: { en: 'Montenegro', sq: 'Mali i Zi', at: [19.3, 42.8] },
  Norway: { en: 'Norway', sq: 'Norvegjia', at: [9.5, 61.2] },
  Poland: { en: 'Poland', sq: 'Polonia', at: [19.3, 52.3] },
  Romania: { en: 'Romania', sq: 'Rumania', at: [24.7, 45.9] },
  Russia: { en: 'Russia', sq: 'Rusia', at: [33.5, 60.0] },
  Serbia: { en: 'Serbia', sq: 'Serbia', at: [20.8, 44.1] },
  Slovenia: { en: 'Slovenia', sq: 'Sllovenia', at: [14.8, 46.1] },
  Spain: { en: 'Spain', sq: 'Spanja', at: [-3.7, 40.0] },
  Sweden: { en: 'Sweden', sq: 'Suedia', at: [15.2, 60.4] },
  Syria: { en: 'Syria', sq: 'Siria', at: [38.4, 35.2] },
  Turkey: { en: 'Türkiye', sq: 'Turqia', at: [34.2, 39.0] },
  Ukraine: { en: 'Ukraine', sq: 'Ukraina', at: [31.2, 49.0] },
};

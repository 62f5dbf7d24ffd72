/** The words of the made-up paper, in the languages in which it can be made. */

const words = (text) => text.trim().split(/\s+/);

/** What a language gives the paper: words of running text, names of things, and fixed phrases. */
export const LANGUAGES = {
  sq: {
    title: 'Gazeta e Provës',
    description: 'Një gazetë e shpikur, për prova dhe matje.',
    words: words(`
      kryetari komuna mbledhja këshilli banorët rruga ura lumi fshati çarshia shkolla mësuesja nxënësit
      spitali mjekja buxheti ligji votimi zgjedhjet deputetja ministria gjykata avokati çështja dëshmia
      tregu çmimi paga fabrika punëtorët banka kredia energjia uji moti shiu bora vapa era mali pylli
      fusha gruri rrushi mjalti stadiumi skuadra trajneri ndeshja fitorja muzika teatri libri piktura
      festivali studimi zbulimi universiteti kufiri marrëveshja vizita bisedimet e re i madh të gjithë
      është ishte tha njoftoi kërkoi vendosi hapi mbylli filloi pret për nga deri mbi pranë pas para sot
      dje nesër javën muajin vitin shumë pak dhe ose por kur ku ndërsa`),
    topics: words(`
      Zgjedhjet Buxheti Shkollat Spitalet Rrugët Hekurudha Energjia Uji Moti Bujqësia Tregu Pagat Gjykatat
      Policia Kultura Teatri Futbolli Basketbolli Shkenca Kufiri`),
    places: [
      'në Pejë',
      'në Prizren',
      'në Gjakovë',
      'në Vlorë',
      'në Shkodër',
      'në Tetovë',
      'në Ulqin',
    ].concat(['në Durrës', 'në Strugë']),
    series: [
      'Rruga e gjatë',
      'Njerëzit e lumit',
      'Pas dyerve',
      'Dhjetë vjet më vonë',
      'Qyteti ynë',
    ],
    kickers: ['Analizë', 'Intervistë', 'Reportazh', 'Opinion'],
    correction: 'Në një version të mëparshëm numri ishte i gabuar; i sakti është',
    picture: 'Pamje',
    credit: 'Foto: Redaksia',
    quotes: '„“',
  },
  en: {
    title: 'The Proof',
    description: 'A paper made up for tests and measurements.',
    words: words(`
      mayor council meeting residents road bridge river village market school teacher pupils hospital
      doctor budget law vote election deputy ministry court lawyer case witness price wage factory workers
      bank loan energy water weather rain snow heat wind mountain forest field wheat grapes honey stadium
      team coach match victory music theatre book painting festival study discovery university border
      agreement visit talks new large all is was said told asked decided opened closed began expects for
      from until over near after before today yesterday tomorrow week month year many few and or but when
      where while the a of in`),
    topics: words(`
      Elections Budget Schools Hospitals Roads Railway Energy Water Weather Farming Market Wages Courts
      Police Culture Theatre Football Basketball Science Border`),
    places: [
      'in Peja',
      'in Prizren',
      'in Gjakova',
      'in Vlora',
      'in Shkodra',
      'in Tetovo',
      'in Ulcinj',
    ].concat(['in Durres', 'in Struga']),
    series: ['The long road', 'People of the river', 'Behind doors', 'Ten years later', 'Our city'],
    kickers: ['Analysis', 'Interview', 'Report', 'Opinion'],
    correction: 'An earlier version gave a wrong number; the right one is',
    picture: 'View',
    credit: 'Photo: Newsroom',
    quotes: '“”',
  },
  sr: {
    title: 'Пробне новине',
    description: 'Измишљене новине, за пробе и мерења.',
    words: words(`
      председник општина састанак савет мештани пут мост река село пијаца школа учитељица ђаци болница
      лекарка буџет закон гласање избори посланица министарство суд адвокат случај сведок цена плата
      фабрика радници банка кредит енергија вода време киша снег врућина ветар планина шума поље жито
      грожђе мед стадион екипа тренер утакмица победа музика позориште књига слика фестивал истраживање
      откриће универзитет граница споразум посета разговори нови велики сви је био рекла јавља тражи одлучи
      отвори затвори почиње очекује за из до изнад близу после пре данас јуче сутра недеља месец година
      много мало и или али када где док`),
    topics: words(`
      Избори Буџет Школе Болнице Путеви Железница Енергија Вода Време Пољопривреда Тржиште Плате Судови
      Полиција Култура Позориште Фудбал Кошарка Наука Граница`),
    places: [
      'у Пећи',
      'у Призрену',
      'у Ђаковици',
      'у Валони',
      'у Скадру',
      'у Тетову',
      'у Улцињу',
    ].concat(['у Драчу', 'у Струги']),
    series: ['Дуги пут', 'Људи са реке', 'Иза врата', 'Десет година касније', 'Наш град'],
    kickers: ['Анализа', 'Разговор', 'Репортажа', 'Мишљење'],
    correction: 'Ранија верзија имала је погрешан број; тачан је',
    picture: 'Поглед',
    credit: 'Фото: Редакција',
    quotes: '„“',
  },
};

/** The sections by language, in the order of the navigation; `part` are parts of the one before. */
export const SECTIONS = [
  { color: 'blue', sq: 'Politika', en: 'Politics', sr: 'Политика' },
  { color: 'red', sq: 'Rajoni', en: 'Region', sr: 'Регион' },
  { part: true, sq: 'Veriu', en: 'The North', sr: 'Север' },
  { part: true, sq: 'Bregdeti', en: 'The Coast', sr: 'Приморје' },
  { color: 'teal', sq: 'Ekonomia', en: 'Economy', sr: 'Економија' },
  { color: 'orange', sq: 'Shoqëria', en: 'Society', sr: 'Друштво' },
  { color: 'violet', sq: 'Kultura', en: 'Culture', sr: 'Култура' },
  { color: 'green', sq: 'Sporti', en: 'Sport', sr: 'Спорт' },
  { color: 'amber', sq: 'Shkenca', en: 'Science', sr: 'Наука' },
  { color: 'pink', sq: 'Bota', en: 'World', sr: 'Свет' },
];

const FIRST = words('Arta Besnik Çlirim Drita Edona Jelena Marko Nađa Oliver');
const LAST = ['Krasniqi', 'Hoxha', 'Đorđević', "O'Neill"];

/** The authors: 36 people, and four desks and agencies. */
export const AUTHORS = [
  ...FIRST.flatMap((first) => LAST.map((last) => ({ name: `${first} ${last}`, isDesk: false }))),
  ...['Redaksia', 'Sports Desk', 'Desk for Culture & Science', 'Agjencia Verore'].map((name) => ({
    name,
    isDesk: true,
  })),
];

const LETTERS = {
  ...{ ë: 'e', ç: 'c', đ: 'dj', ć: 'c', č: 'c', š: 's', ž: 'z' },
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', е: 'e', ж: 'zh', з: 'z', и: 'i', ј: 'j' },
  ...{ к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't' },
  ...{ ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', џ: 'dz', ш: 'sh' },
};

/** A text as a name of a file: Latin letters without marks, digits and hyphens. */
export function fileName(text) {
  return [...text.toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

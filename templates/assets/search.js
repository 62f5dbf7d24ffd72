// Looks into the index of the search for what readers typed, the newest part first, and shows what it finds.
{
  const form = document.querySelector('form.search');
  const list = document.querySelector('.found');
  const more = document.querySelector('.found-more');
  const status = document.querySelector('[role=status]');
  const card = document.querySelector('#_found').content;

  // Stories that are shown before a reader is asked whether to look further back, parts that are loaded at once.
  const ENOUGH = 20;
  const AT_ONCE = 6;

  // The words of a text: as the index has them.
  const LETTERS = {};
  const cyrillic =
    'а a б b в v г g д d ђ d е e ж z з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c у u ф f х h ц c ч c џ dz ш s ѕ dz щ s ы y э e ю ju я ja є je і i ґ g ς σ';
  const latin = 'æ ae œ oe ø o ß ss þ th ð d đ d ł l ı i';
  const pairs = `${cyrillic} ${latin}`.split(' ');
  for (let at = 0; at < pairs.length; at += 2) LETTERS[pairs[at]] = pairs[at + 1];
  LETTERS.ъ = LETTERS.ь = '';
  const wordsOf = (text) =>
    (
      text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}\xad\u0640\u200c-\u200f\u2060\ufeff]+/gu, '')
        .replace(/[^\0-\x7f]/g, (letter) => LETTERS[letter] ?? letter)
        .match(/[\p{L}\p{N}]+/gu) ?? []
    )
      .filter((word) => word.length > 1 || !/[a-z]/.test(word))
      .map((word) => word.slice(0, 32));

  const shardOf = (word, shards) => (word.charCodeAt(0) * 31 + (word.charCodeAt(1) || 0)) % shards;

  const fail = () => {
    status.textContent = status.dataset.failed;
  };

  const load = async (name) => {
    // Places in one file are those of another: both have to be as they are now.
    const response = await fetch(`${form.dataset.index}${name}.json`, { cache: 'no-cache' });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  };

  // How well each story of a part fits a word: as it stands, as the beginning of another, but for its ending.
  const storiesWith = (word, places) => {
    const stem = word.length > 4 ? word.replace(/[aeiouy]{1,2}$/, '') : word;
    const found = new Map();
    for (const [other, where] of Object.entries(places)) {
      if (other !== word && (word.length < 2 || !other.startsWith(stem))) continue;
      const fit = other === word ? 4 : other.startsWith(word) ? 2 : 1;
      let place = 0;
      for (const step of where.split('.')) {
        place += parseInt(step, 36);
        const story = place >> 1;
        const points = fit * (place & 1 ? 4 : 1);
        if (points > (found.get(story) ?? 0)) found.set(story, points);
      }
    }
    return found;
  };

  // The stories of a part that have all words, the best first, of equal ones the newest.
  // Where the longest word is not, the others are not loaded.
  const look = async ([name, shards], words) => {
    const files = {};
    const having = async (word) => {
      const shard = shardOf(word, shards);
      files[shard] ??= load(`${name}/${shard}`);
      return storiesWith(word, await files[shard]);
    };
    const first = await having(words[0]);
    const others = first.size > 0 ? await Promise.all(words.slice(1).map(having)) : [];
    return [...first]
      .filter(([story]) => others.every((one) => one.has(story)))
      .map(([story, points]) => [story, others.reduce((sum, one) => sum + one.get(story), points)])
      .sort((a, b) => b[1] - a[1] || b[0] - a[0])
      .map(([story]) => [name, story]);
  };

  const show = ([address, headline, iso, date, section, summary, language]) => {
    const one = card.cloneNode(true);
    const fill = (selector, text) => {
      const element = one.querySelector(selector);
      if (text) element.textContent = text;
      else element.remove();
      return element;
    };
    const link = fill('h3 a', headline);
    link.href = address;
    fill('.section', section);
    if (!section) one.querySelector('.overline').remove();
    fill('.summary', summary);
    fill('time', date).dateTime = iso;
    if (language) Object.assign(one.querySelector('article'), { lang: language, dir: 'auto' });
    list.append(one);
    return link;
  };

  const search = async (words) => {
    const parts = await load('parts');
    let waiting = [];
    let at = 0;
    let shown = 0;
    // Gives where a reader is to be who wanted more.
    const goOn = async () => {
      more.hidden = true;
      status.textContent = '';
      while (waiting.length < ENOUGH && at < parts.length) {
        const some = parts.slice(at, at + AT_ONCE);
        waiting = waiting.concat(...(await Promise.all(some.map((part) => look(part, words)))));
        at += some.length;
      }
      const lists = {};
      const stories = await Promise.all(
        waiting.slice(0, ENOUGH).map(async ([name, story]) => {
          lists[name] ??= load(`${name}/stories`);
          return (await lists[name])[story];
        }),
      );
      waiting = waiting.slice(ENOUGH);
      const links = stories.filter((story) => story).map(show);
      shown += links.length;
      list.hidden = shown === 0;
      more.hidden = waiting.length === 0 && at >= parts.length;
      status.textContent = shown > 0 ? `${status.dataset.found}: ${shown}` : status.dataset.none;
      return links[0] ?? list.querySelector('article:last-child a');
    };
    const button = more.querySelector('button');
    button.addEventListener('click', () =>
      goOn().then(
        (link) => link?.focus(),
        () => {
          fail();
          more.hidden = false;
          button.focus();
        },
      ),
    );
    await goOn();
  };

  const asked = new URLSearchParams(location.search).get('q')?.trim() ?? '';
  form.elements.q.value = asked;
  const words = [...new Set(wordsOf(asked))].sort((a, b) => b.length - a.length).slice(0, 8);
  if (words.length > 0) {
    document.title = `${asked} · ${document.title}`;
    search(words).catch(fail);
  } else if (asked) status.textContent = status.dataset.none;
}

/** Texts of WordPress as Markdown: what its editors make, and that no text is lost or read as something else. */
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { escapeAttribute } from '../src/content/attributes.ts';
import { fillSlots } from '../src/content/body.ts';
import { decodeEntities } from '../src/content/entities.ts';
import { markdown } from '../src/content/markdown.ts';
import { withFootnotes } from '../src/import/text/footnotes.ts';
import { markdownOf } from '../src/import/text/markdown-of.ts';
import { withParagraphs } from '../src/import/text/paragraphs.ts';
import { withoutShortcodes } from '../src/import/text/shortcodes.ts';
import { cases, fc } from './chance.ts';

const convert = markdownOf({
  placeOf: (address) => address.replace('https://paper.example', ''),
  altOf: (id) => (id === '7' ? 'The bridge' : ''),
  isPicture: (address) => /\.(?:jpg|png)$/.test(address),
});
const picture = (id: string) => (id === '7' ? { url: '/7.jpg', alt: '7', caption: '' } : null);
const shortcodes = (html: string, left: string[] = []) =>
  withoutShortcodes(html, { picture, own: () => [] }, (name) => left.push(name));

describe('texts of blocks', () => {
  test.each([
    ['paragraphs', '<p>One.</p>\n\n<p>Two <em>and</em> three.</p>', 'One.\n\nTwo *and* three.'],
    [
      'marks beside signs',
      '<p><strong>Prishtinë –</strong>Sot</p>',
      '<strong>Prishtinë –</strong>Sot',
    ],
    ['marks beside blanks', '<p>a <strong>b </strong>c</p>', 'a **b** c'],
    ['a sign after a blank within marks', '<p>)<del> ~ a</del>a</p>', ') ~~\\~ a~~a'],
    ['marks within marks', '<p><strong>a <b>b</b></strong></p>', '**a b**'],
    ['nothing within marks', '<p>a<strong> </strong>b</p>', 'a b'],
    ['headings', '<h1>A</h1><h2>B</h2><h6>C<br>D</h6>', '## A\n\n## B\n\n###### C D'],
    ['lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
    [
      'lists with numbers',
      '<ol start="9"><li>a</li><li><p>b</p><p>c</p></li></ol>',
      '9. a\n10. b\n\n    c',
    ],
    ['quotations', '<blockquote><p>a</p><cite><br>b</cite></blockquote>', '> a\n>\n> b'],
    ['line breaks', '<p>a<br>b<br><br>c<br></p>', 'a\\\nb\n\nc'],
    ['a line', '<p>a</p><hr class="x"/><p>b</p>', 'a\n\n---\n\nb'],
    [
      'listings',
      '<pre class="wp-block-code"><code>a\n  b```c</code></pre>',
      '````\na\n  b```c\n````',
    ],
    ['listings with breaks', '<pre>a<br><br>b</pre>', '```\na\n\nb\n```'],
    ['code', '<p><code>a `b` _c_</code></p>', '``a `b` _c_``'],
    ['verses', '<pre class="wp-block-verse">a * b\nc</pre>', 'a * b\\\nc'],
    ['small signs', '<p>H<sub>2</sub>O, m<sup>2</sup></p>', 'H<sub>2</sub>O, m<sup>2</sup>'],
    ['what is struck', '<p><del>a</del> <s>b</s></p>', '~~a~~ ~~b~~'],
    [
      'scripts and forms',
      '<p>a</p><script>b()</script><form><input value="c"><button>d</button></form>',
      'a',
    ],
    [
      'a pull quote',
      '<figure class="wp-block-pullquote"><blockquote><p>Say "a" &amp; b</p><cite>Arta</cite></blockquote></figure>',
      '<p class="pull-quote">Say "a" &amp; b – Arta</p>',
    ],
    [
      'columns and groups',
      '<div class="wp-block-columns"><div class="wp-block-column"><p>a</p></div><div><p>b</p></div></div>',
      'a\n\nb',
    ],
    [
      'comments of blocks',
      '<!-- wp:paragraph {"a":"-->"} --><p>a</p><!-- /wp:paragraph -->',
      '"} -->\n\na',
    ],
    [
      'places that links lead to',
      '<p><a href="#_a">a</a></p><h2 id="_a">b</h2><p id="c">d</p>',
      '[a](#a)\n\n## <span id="a"></span>b\n\nd',
    ],
    [
      'footnotes of Word',
      '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> b</p>',
      'a[<span id="ftnref1"></span>[1]](#ftn1)\n\n[<span id="ftn1"></span>[1]](#ftnref1) b',
    ],
    [
      'a pull quote with lines and links',
      '<blockquote class="wp-block-pullquote"><p>a<br>b <a href="/c/">c</a></p><p>d</p></blockquote>',
      '<p class="pull-quote">a<br>b <a href="/c/">c</a> d</p>',
    ],
    [
      'stanzas',
      '<pre class="wp-block-verse">a <em>b</em>\n  - c\n\nd</pre>',
      'a *b*\\\n\\- c\n\nd',
    ],
    ['empty lines of listings', '<pre>a\n\n\n\nb</pre>', '```\na\n\n\n\nb\n```'],
    [
      'listings with links',
      '<pre>a\n\n<a href="/b/">b</a> &amp;</pre>',
      '<pre>a\n\n<a href="/b/">b</a> &amp;</pre>',
    ],
    ['lists one after another', '<ol><li>a</li></ol>\n<ol><li>b</li></ol>', '1. a\n\n1) b'],
    [
      'lists right in lists',
      '<ol>x<li>a</li><ul><li>b</li></ul><li>c</li></ol>',
      'x\n1. a\n   - b\n2. c',
    ],
    ['lists that count down', '<ol reversed><li>a</li></ol>', '<ol reversed="">\n<li>a</li></ol>'],
    ['bullets one after another', '<ul><li>a</li></ul><ul><li><hr></li></ul>', '- a\n\n+ ***'],
    ['line breaks within marks', '<p>a<b><br>b<br></b>c <u><br></u>d</p>', 'a\\\n**b**\\\nc\\\nd'],
    ['line breaks in links', '<p><a href="/a/">a<br>b</a></p>', '[a\\\nb](/a/)'],
    ['line breaks after blocks', '<pre>a</pre><br>b', '```\na\n```\n\nb'],
    [
      'marks beside marks within others',
      '<p><span><b>a</b></span><b>b</b> <i><code>c</code></i><code>d</code></p>',
      '**a**<strong>b</strong> <em>`c`</em><code>d</code>',
    ],
    [
      'marks that begin with marks',
      '<p><b><i>a</i>/<i>b</i>c</b> <b>d <i>e</i></b></p>',
      '<strong>*a*/*b*c</strong> **d *e***',
    ],
    ['a line break before a list', '<ul><li>a<br><ul><li>b</li></ul></li></ul>', '- a\n  - b'],
    [
      'a line break at the end of all',
      '<blockquote><p><strong>a <img src="/b.jpg" alt="b"><br></strong></p></blockquote>',
      '> **a ![b](/b.jpg)**',
    ],
    ['marks around blocks', '<em><h2>a</h2></em><b><hr></b>', '## a\n\n---'],
    [
      'many line breaks in a quotation',
      '<blockquote><p>a<br><b><br></b><br></p><p>b</p></blockquote>',
      '> a\n>\n> b',
    ],
    ['a line in a list', '<ul><li><hr></li></ul>', '- ***'],
    [
      'marks by their looks',
      '<p><span style="font-weight:700">a</span> <span style="font-style: italic">b</span> <b style="font-weight:normal">c</b></p>',
      '**a** *b* c',
    ],
    ['what would be a table', '<p>a | b<br>--- | ---</p>', 'a | b\\\n\\--- | ---'],
    [
      'a box before a picture',
      '<div class="wp-block-cover" style="background-image:url(https://paper.example/a.jpg)"><p>b</p></div>',
      '![](/a.jpg)\n\nb',
    ],
    [
      'no more signs than needed',
      '<p>3 * 4, about ~5, [sic] and [...]</p>',
      '3 * 4, about ~5, [sic] and [...]',
    ],
    ['brackets before brackets', '<p>[a]<span>(b)</span> ![c]</p>', '\\[a\\](b) !\\[c\\]'],
    ['blanks that do not break', '<p>&nbsp;</p><p>10&nbsp;km</p>', '10\u00a0km'],
  ])('%s', (_, html, expected) => {
    expect(convert(html)).toBe(expected);
  });
});

describe('links and pictures', () => {
  test.each([
    [
      'a link',
      '<p><a href="https://paper.example/a/?b=1#c" target="_blank">a <b>b</b></a></p>',
      '[a **b**](/a/?b=1#c)',
    ],
    [
      'a link that says where',
      '<p>see <a href="https://x.example/a_b">https://x.example/a_b</a></p>',
      'see <https://x.example/a_b>',
    ],
    [
      'a link with blanks and brackets',
      '<p><a href="/a b(c).pdf">x</a></p>',
      '[x](</a%20b(c).pdf>)',
    ],
    [
      'a link that does something',
      '<p><a href="javascript:x()">a</a> <a name="b">c</a></p>',
      'a c',
    ],
    ['a link without a text', '<p>a<a href="/x/"></a></p>', 'a'],
    ['mail', '<p><a href="mailto:a@x.example">write</a></p>', '[write](mailto:a@x.example)'],
    [
      'after an exclamation mark',
      '<p>Look!<a href="/a/">here</a> Now!</p>',
      'Look\\![here](/a/) Now!',
    ],
    [
      'a picture',
      '<figure class="wp-block-image"><img src="https://paper.example/a b.jpg" alt=""  class="wp-image-7"/></figure>',
      '![The bridge](/a%20b.jpg)',
    ],
    [
      'with a caption',
      '<figure><img src="/a.jpg" alt="x"><figcaption>Say "a", <em>b</em></figcaption></figure>',
      '![x](/a.jpg "Say \\"a\\", b")',
    ],
    [
      'with a link in the caption',
      '<figure><img src="/a.jpg" alt="x"><figcaption>By <a href="/b/">b</a></figcaption></figure>',
      '<figure><img src="/a.jpg" alt="x"><figcaption>By <a href="/b/">b</a></figcaption></figure>',
    ],
    [
      'linked to itself, of which readers saw a small one first',
      '<p><a href="/a.jpg"><img src="/a-300x200.jpg" alt="x"></a></p>',
      '![x](/a.jpg)',
    ],
    [
      'linked to itself, as WordPress keeps what was very large',
      '<figure><a href="/a-scaled.jpg"><img src="/a-1024x683.jpg" alt="x"></a><figcaption>C</figcaption></figure>',
      '![x](/a-scaled.jpg "C")',
    ],
    [
      'linked to another picture',
      '<p><a href="/b.jpg"><img src="/a-300x200.jpg" alt="x"></a></p>',
      '![x](/a-300x200.jpg)',
    ],
    [
      'linked to something',
      '<p><a href="/b/"><img src="/a.jpg" alt="x"></a></p>',
      '[![x](/a.jpg)](/b/)',
    ],
    [
      'loaded later',
      '<p><img src="data:image/gif;base64,R0" data-src="/a.jpg" alt="x"></p>',
      '![x](/a.jpg)',
    ],
    ['of one point', '<p>a<img src="https://t.example/p.gif" width="1" height="1"></p>', 'a'],
    ['a face', '<p>a <img class="wp-smiley" src="/s.png" alt="🙂"></p>', 'a 🙂'],
    [
      'a gallery',
      '<figure class="wp-block-gallery"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src="/a.jpg" alt=""></figure></li><li class="blocks-gallery-item"><figure><img src="/b.jpg" alt=""><figcaption>b</figcaption></figure></li></ul></figure>',
      '![](/a.jpg)\n\n![](/b.jpg "b")',
    ],
    ['a link around paragraphs', '<a href="/a/"><h2>b</h2><p>c</p></a>', '## [b](/a/)\n\n[c](/a/)'],
    [
      'an address that leads elsewhere',
      '<p><a href="/a/">https://b.example/</a></p>',
      '[https://b.example/](/a/)',
    ],
    [
      'more in a figure than a caption',
      '<figure><img src="/a.jpg" alt=""><p>By b</p><figcaption>c</figcaption></figure>',
      '![](/a.jpg)\n\nBy b\n\nc',
    ],
    [
      'a gallery of one with a caption of its own',
      '<figure class="wp-block-gallery"><figure><img src="/a.jpg" alt=""><figcaption>a</figcaption></figure><figcaption>b</figcaption></figure>',
      '![](/a.jpg "a")\n\nb',
    ],
    [
      'a caption in lines',
      '<figure><img src="/a.jpg" alt=""><figcaption>a<br>b</figcaption></figure>',
      '![](/a.jpg "a b")',
    ],
    [
      'a file',
      '<div class="wp-block-file"><a href="/a.pdf">A</a><a href="/a.pdf" class="wp-block-file__button" download>Download</a></div>',
      '[A](/a.pdf)',
    ],
    [
      'players of others',
      '<iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F"></iframe><iframe src="about:blank" data-src="https://player.vimeo.com/video/2?h=1"></iframe><amp-youtube data-videoid="a"></amp-youtube>',
      '<https://www.facebook.com/a/videos/1/>\n\n<https://vimeo.com/2>\n\n<https://www.youtube.com/watch?v=a>',
    ],
    [
      'a player',
      '<p><iframe src="//www.youtube.com/embed/abc-_1?rel=0"></iframe></p>',
      '<https://www.youtube.com/watch?v=abc-_1>',
    ],
    [
      'what WordPress embeds',
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://x.example/a_b?c=1&amp;d=2\n</div><figcaption>e</figcaption></figure>',
      '<https://x.example/a_b?c=1&d=2>\n\ne',
    ],
    [
      'sounds',
      '<figure class="wp-block-audio"><audio controls src="https://paper.example/wp-content/a_b.mp3"></audio></figure>',
      '[a_b.mp3](/wp-content/a_b.mp3)',
    ],
  ])('%s', (_, html, expected) => {
    expect(convert(html)).toBe(expected);
  });
});

test('tables stay HTML, without what they look like', () => {
  const table =
    '<figure class="wp-block-table"><table class="x" style="width:1px"><thead><tr><th colspan="2">A &amp; b</th></tr></thead><tbody><tr><td style="x"><strong>1</strong>\n\n2</td><td><a href="https://paper.example/c/" onclick="x()">c</a><script>x</script></td></tr></tbody></table></figure>';
  expect(convert(table)).toBe(
    '<table>\n<thead>\n<tr><th colspan="2">A &amp; b</th></tr></thead>\n<tbody>\n<tr><td><strong>1</strong> 2</td><td><a href="/c/">c</a></td></tr></tbody></table>',
  );
});

test('tables keep their captions, the sides of their columns, and what is played in them', () => {
  expect(
    convert(
      '<figure class="wp-block-table"><table><tr><td class="has-text-align-right">1</td><td><iframe src="https://www.youtube.com/embed/a"></iframe></td></tr></table><figcaption>By <b>b</b></figcaption></figure>',
    ),
  ).toBe(
    '<figure><table>\n<tbody>\n<tr><td class="align-right">1</td><td><a href="https://www.youtube.com/watch?v=a">https://www.youtube.com/watch?v=a</a></td></tr></tbody></table>\n<figcaption>By <b>b</b></figcaption></figure>',
  );
});

test('footnotes are footnotes', () => {
  const html =
    '<!-- wp:paragraph --><p>a<sup data-fn="x-1" class="fn"><a href="#x-1" id="x-1-link">1</a></sup> b</p><!-- /wp:paragraph --><!-- wp:footnotes /-->';
  const notes = JSON.stringify([{ id: 'x-1', content: 'c <em>d</em>' }]);
  expect(convert(withFootnotes(html, notes))).toBe('a[^1] b\n\n[^1]: c *d*');
  // Without their texts they lead nowhere.
  expect(convert(withFootnotes(html, ''))).toBe('a<sup>1</sup> b');
  expect(withFootnotes(html, '{')).toBe(html);
});

describe('texts of the older editor', () => {
  test.each([
    ['comments within a sentence', '<p>a <!-- b -->c</p>', 'a c'],
    ['scripts within a sentence', 'a <script>b()\n\nc()</script>d', 'a d'],
    ['lines in lists and cells', '<ul>\n<li>a\nb</li>\n</ul>', '- a\\\n  b'],
    ['lines that only look empty', 'a\n&nbsp;\n<b>b</b>', 'a\n\n**b**'],
    [
      'addresses in lines of their own',
      'a\nhttps://youtu.be/b\nc https://d.example',
      'a\n\n<https://youtu.be/b>\n\nc https://d.example',
    ],
    ['empty lines begin paragraphs', 'One\ntwo.\n\nThree.', 'One\\\ntwo.\n\nThree.'],
    ['blocks end them', 'One.\n<h2>Two</h2>\nThree.', 'One.\n\n## Two\n\nThree.'],
    ['within quotations', '<blockquote>One.\n\nTwo.</blockquote>', '> One.\n>\n> Two.'],
    ['lists', '<ul>\n\t<li>One</li>\n\t<li>Two</li>\n</ul>', '- One\n- Two'],
    ['listings', 'a\n<pre>b\n\n<em>c</em></pre>\nd', 'a\n\n```\nb\n\nc\n```\n\nd'],
    [
      'what is left out of lists',
      'One.<!--more-->\n\nTwo.<!--nextpage-->Three.',
      'One.\n\nTwo.\n\nThree.',
    ],
    [
      'addresses by themselves',
      'a\n\nhttps://x.example/a_b_c\n\nb',
      'a\n\n<https://x.example/a_b_c>\n\nb',
    ],
    ['lines with Windows ends', 'One.\r\n\r\nTwo.'.replaceAll('\r', ''), 'One.\n\nTwo.'],
  ])('%s', (_, html, expected) => {
    expect(convert(withParagraphs(html))).toBe(expected);
  });
});

describe('shortcodes', () => {
  test.each([
    [
      'a caption of old',
      '[caption id="a" caption="By b"]<img src="/a.jpg" alt="x">[/caption]',
      '![x](/a.jpg "By b")',
    ],
    ['an address', '[embed width="1"]https://x.example/a[/embed]', '<https://x.example/a>'],
    ['a video', '[youtube abc]', '<https://www.youtube.com/watch?v=abc>'],
    ['a video of ours', '[video width="1" mp4="/a.mp4"][/video]', '[a.mp4](/a.mp4)'],
    [
      'boxes',
      '[vc_row][vc_column width="1/2"]One.[/vc_column][/vc_row]\n\n[et_pb_text]Two.[/et_pb_text]',
      'One.\n\nTwo.',
    ],
    [
      'what boxes show',
      '[vc_single_image image="7"][vc_btn title="a" link="url:https%3A%2F%2Fx.example%2F||"][vc_custom_heading text="b"][et_pb_image src="/c.jpg" alt="d"][/et_pb_image][fusion_youtube id="e" /][fusion_imageframe alt="f"]https://paper.example/f.jpg[/fusion_imageframe]',
      '![7](/7.jpg)\n\n[a](https://x.example/)\n\n## b\n\n![d](/c.jpg)\n\n<https://www.youtube.com/watch?v=e>\n\n![f](/f.jpg)',
    ],
    [
      'HTML that a builder hides',
      '[vc_raw_html]JTNDcCUzRWElM0MlMkZwJTNF[/vc_raw_html] [vc_raw_html]b[/vc_raw_html]',
      'a\n\nb',
    ],
    [
      'an address with entities',
      '[embed]https://x.example/?a=1&amp;b=2[/embed]',
      '<https://x.example/?a=1&b=2>',
    ],
    ['text about them', 'Write [[gallery]] or [sic].', 'Write \\[\\[gallery\\]\\] or [sic].'],
  ])('%s', (_, html, expected) => {
    expect(convert(withParagraphs(shortcodes(html)))).toBe(expected);
  });

  test('those that stay are named', () => {
    const left: string[] = [];
    shortcodes('[poll id="3"] [box]x[/box] [sic] [2019] [a b]', left);
    expect(left).toEqual(['poll', 'box']);
  });
});

const AS_WRITTEN = {
  link: (target: string) => target,
  image: (target: string) => target,
  size: () => null,
  sources: () => null,
};
/** What a reader reads. */
const { config } = readConfig('url: https://x.example', 'x');
const render = markdown({ ...config.markdown, html: 'trusted', extras: true });
const read = (body: string) =>
  decodeEntities(
    fillSlots(render(body, 'en').body, AS_WRITTEN)
      .replace(/<[^>]*>/g, '')
      .replace(/[“”„]/g, '"')
      .replace(/[‘’]/g, "'"),
  ).replace(/\s+/g, '');

const signs = fc.string({
  unit: fc.constantFrom(
    ...'ab1 -+*_`~#>=|[](){}<>!&;:.\\/^$"\'–…ë',
    // What begins or ends with a blank before its sign is trimmed later.
    ...[' ', ' ', ' ', ' ~', ' *', '~ ', '* '],
    ...['&amp;', '<b>', '1.', '- ', '# ', '[^1]', '{{x}}', '![', '](', '~~', 'https://x.example'],
  ),
  minLength: 1,
  maxLength: 12,
});
const NAMES = ['', 'strong', 'em', 'del', 'code', 'u', 'a'];
const inline = fc.tuple(fc.constantFrom(...NAMES), signs, fc.constantFrom('', '', '<br>'));
const around = fc.constantFrom(
  ['<p>', '</p>'],
  ['<h2>', '</h2>'],
  ['<ul><li>', '</li></ul>'],
  ['<ol><li><p>', '</p></li></ol>'],
  ['<blockquote><p>', '</p></blockquote>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<p>a</p>', ''],
);

const withTag = ([name, text, end]: readonly [string, string, string]) => {
  const written = escapeAttribute(text);
  const attributes = name === 'a' ? ' href="/x/"' : '';
  return `${name === '' ? written : `<${name}${attributes}>${written}</${name}>`}${end}`;
};

test('whatever stands in a text is read as it stands', () => {
  fc.assert(
    fc.property(
      fc.array(inline, { minLength: 1, maxLength: 5 }),
      around,
      (parts, [start = '', end = '']) => {
        const expected = parts.map(([, text]) => text).join('');
        expect(read(convert(`${start}${parts.map(withTag).join('')}${end}`))).toBe(
          `${start === '<p>a</p>' ? 'a' : ''}${expected}`.replace(/\s+/g, ''),
        );
      },
    ),
    cases(2000),
  );
});

test.each([
  ['elements in elements', `${'<div><span>'.repeat(20_000)}a`, 'a'],
  ['lists in lists', `${'<ul><li>'.repeat(5000)}a`, 'a'],
  ['items', `<ol>${'<li>a</li>'.repeat(10_000)}</ol>`, '10000. a'],
  ['lines', 'a\n'.repeat(50_000), 'a'],
  ['blanks', `a\n${' '.repeat(200_000)}b`, 'b'],
  ['shortcodes without an end', '[caption'.repeat(100_000), 'caption'],
  ['captions without an end', '[caption id="a"]<img src="/a.jpg">'.repeat(10_000), ')'],
  ['addresses without an end', `[embed]${' '.repeat(100_000)}a`, 'a'],
  ['listings without an end', '<pre>'.repeat(10_000), ''],
  ['scripts without an end', '<script '.repeat(50_000), ''],
  ['comments without an end', '<!-- '.repeat(100_000), ''],
  ['brackets', '['.repeat(100_000), '\\['],
])('a damaged text is read to its end: %s', (_, html, end) => {
  expect(convert(withParagraphs(shortcodes(html))).endsWith(end)).toBe(true);
});

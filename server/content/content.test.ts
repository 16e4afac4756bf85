import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml, UnreadableContent } from './content.ts'
import { markdownToHtml } from './from-markdown.ts'
import { converted, sample, SAMPLES, shown, stored } from './test-samples.ts'
import { htmlToBlocks } from './to-blocks.ts'
import { htmlToMarkdown, treeToMarkdown } from './to-markdown.ts'

for (const name of SAMPLES)
  test(`saving ${name} again changes nothing`, () => {
    const once = stored(name)
    assert.equal(cleanHtml(once).html, once)
  })

for (const name of SAMPLES)
  test(`the tree of ${name} has the Markdown of what is stored`, () => {
    const { tree, html } = converted(name)
    assert.equal(treeToMarkdown(tree), htmlToMarkdown(html))
  })

const ALLOWED_STYLE = /^(?:text-align: \w+|(?:background-color: #\w+;)? ?(?:border-color: #\w+;)?)$/
for (const name of SAMPLES)
  test(`${name} keeps no script, no foreign class or id, and no style but colours and alignment`, () => {
    const html = stored(name)
    const tags = html.match(/<[a-z][^>]*>/g) ?? []
    for (const tag of tags) {
      assert.doesNotMatch(
        tag.replaceAll(/"[^"]*"/g, ''),
        /\son|<(?:script|style|svg|math|form|input|button|meta|base)\b/,
      )
      for (const [, style] of tag.matchAll(/ style="([^"]*)"/g)) assert.match(style!, ALLOWED_STYLE)
      for (const [, id] of tag.matchAll(/ id="([^"]*)"/g)) assert.match(id!, /^h_[0-9a-f]{10}$/)
      for (const [, names] of tag.matchAll(/ class="([^"]*)"/g))
        assert.match(
          names!,
          /^(?:no-margin|intercom-(?:container|content-link|h2b-button|interblocks-callout)|language-[\w-]+)$/,
        )
      for (const [, address] of tag.matchAll(/ (?:href|src)="([^"]*)"/g))
        assert.match(address!, /^(?:https?:|mailto:|tel:|#h_)/)
      if (tag.includes('target=')) assert.match(tag, /rel="noopener"/)
    }
    for (const [, kept] of sample(name).matchAll(/(Keep \d\d[a-c]\.)/g)) assert.ok(html.includes(kept!), kept)
  })

test('a paste from Google Docs is bold only where its styles say so, and its inner list belongs to an item', () => {
  const html = stored('01-google-docs-paste.html')
  assert.deepEqual(html.match(/<b>.*?<\/b>/g), ['<b>linseed oil</b>'])
  assert.deepEqual(html.match(/<i>.*?<\/i>/g), ['<i>motor oil</i>'])
  assert.match(html, /<s>Wait one day\.<\/s> Wait two days\.<sup>1<\/sup>/)
  assert.match(html, /Sand the wood<\/p><ul><li><p class="no-margin">first coarse/)
  assert.match(html, /alt="Oil can" width="320" height="200"/)
  assert.equal(html.match(/<h1/g)?.length, 1)
})

test('foldable parts, code and captions of Notion are kept', () => {
  const html = stored('03-notion-clipboard.html')
  assert.match(html, /<details><summary>How deep\?<\/summary>.*<details>.*<\/details><\/details>/)
  assert.match(
    html,
    /<pre><code class="language-python">depth = 5\nif depth > 5:\n {4}print\("too deep"\)<\/code><\/pre>/,
  )
  assert.match(html, /<figure><img src="[^"]+" alt=""><figcaption>A ring of mulch<\/figcaption><\/figure>/)
})

const paragraph = (style: string, marker: string, text: string) =>
  `<p class=MsoListParagraph style='mso-list:${style}'><![if !supportLists]><span style='mso-list:Ignore'>${marker}` +
  `<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>\n`

test('lists of Word are rebuilt from their levels, without the bullets that are text', () => {
  const html =
    paragraph('l0 level1 lfo1', '3.', 'third') +
    paragraph('l0 level2 lfo1', '·', 'inner') +
    paragraph('l0 level1 lfo1', '4.', 'fourth') +
    paragraph('l1 level1 lfo2', '·', 'other')
  assert.equal(
    shown(cleanHtml(html).html.replaceAll(/<(ol|ul|\/ol|\/ul)[^>]*>/g, ' [$1] ')),
    '[ol] third [ul] inner [/ul] fourth [/ol] [ul] other [/ul]',
  )
  assert.match(cleanHtml(html).html, /^<ol start="3">/)
})

test('lists keep their numbers, their depth and whatever stands in an item', () => {
  const html = stored('05-nested-lists.html')
  assert.match(html, /^<ol start="3" type="a">/)
  assert.match(html, /<li value="7"><p class="no-margin">seven/)
  assert.match(html, /<\/ol><ul><li><p class="no-margin">stray list between items<\/p><\/li><\/ul><\/li>/)
  assert.match(html, /<li><pre><code>rake --help\n {2}--long<\/code><\/pre><p class="no-margin">text behind code/)
  assert.match(html, /<ul><li><p class="no-margin">item without a list/)
  assert.match(html, /<ol reversed>/)
  assert.match(html, /<b>Tine<\/b><\/p><p class="no-margin">Part of a rake<\/p><p class="no-margin">Also: prong/)
})

test('code is kept to the letter', () => {
  const html = stored('06-code.html')
  assert.ok(
    html.includes('<pre><code>\nfirst line stands after one blank line\n\ttab, then  two spaces\ntrailing blanks   <'),
  )
  assert.ok(html.includes('&lt;b>bold&lt;/b> &amp;amp; &lt;!-- no comment -->\n\n```not a fence```\n&lt;script>'))
  assert.ok(html.includes('<pre><code class="language-js">const a = "x"</code></pre>'))
  assert.ok(html.includes('{{ user.name }} ${HOME} %s \\n \\\\ C:\\new'))
})

test('callouts keep their colours and nothing else of their style', () => {
  const html = stored('07-callouts-foldable.html')
  assert.deepEqual(html.match(/style="background[^"]*"/g), [
    'style="background-color: #feedaf80; border-color: #fbc91633;"',
    'style="background-color: #d7efdc80; border-color: #1bb15733;"',
    // The warning of another system.
    'style="background-color: #feedaf80; border-color: #fbc91633;"',
  ])
  assert.match(html, /<p class="no-margin" style="text-align: center">In the middle/)
  assert.match(html, /<a href="https:\/\/shop\.example\/oil"[^>]*class="intercom-h2b-button">Buy oil<\/a>/)
})

test('videos of known providers are kept; other frames become links and are told', () => {
  const { html, lost } = cleanHtml(sample('08-embeds.html'))
  assert.deepEqual(
    [...html.matchAll(/<iframe src="([^"]+)"/g)].map(([, src]) => src),
    [
      'https://www.youtube.com/embed/QUILL123456?start=30',
      'https://player.vimeo.com/video/123456789',
      'https://www.youtube-nocookie.com/embed/QUILL654321',
      'https://www.loom.com/embed/0123456789abcdef0123456789abcdef',
      'https://www.youtube.com/embed/QUILL777777',
    ],
  )
  assert.match(html, /<a href="https:\/\/maps\.example\/embed\?pb=1"[^>]*>Map of the shop<\/a>/)
  assert.deepEqual(lost[0], 'the frame https://maps.example/embed?pb=1')
  assert.doesNotMatch(html, /cannot play|camera/)
})

const NO_VIDEO = [
  '//evil.example\\@www.youtube.com/embed/QUILL123456',
  'https://notyoutube.com/embed/QUILL123456',
  'https://www.youtube.com@evil.example/embed/QUILL123456',
  'https://www.youtube.com:8443/embed/QUILL123456',
  'https://www.youtube.com/redirect?q=QUILL123456',
]
for (const address of NO_VIDEO)
  test(`${address} is no video`, () =>
    assert.doesNotMatch(cleanHtml(`<iframe src="${address}"></iframe>`).html, /iframe/))

test('pictures keep alt texts and sizes; addresses that are relative or inline are told', () => {
  const { html, lost } = cleanHtml(sample('10-images-links.html'))
  assert.match(html, /alt="A &quot;quoted&quot; rake <3" width="640" height="360"/)
  assert.match(html, /src="https:\/\/files\.example\/no-alt\.png" alt=""/)
  assert.match(html, /src="https:\/\/files\.example\/c\.png" alt="Half">/)
  assert.match(html, /href="https:\/\/shop\.example\/rake\?a=1&amp;b=2"/)
  assert.match(html, /href="mailto:ada@alder\.example\?subject=Rake"/)
  assert.match(html, />inner<|inner /)
  assert.equal(lost.length, 7)
})

test('characters are kept as they were sent', () => {
  const html = stored('11-entities-emoji.html')
  assert.ok(html.includes('\u00a0|\u00a0') || html.includes('\u00a0| \u00ad|'))
  assert.ok(html.includes('€ ’ ™ · NUL: a\ufffdb · big: 🍂 🍂 · bad: \ufffd \ufffd'))
  assert.ok(html.includes('👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇩🇪🇫🇷 ❤️ ❤︎ 1️⃣ 👍🏽 𝒜 𠮷'))
})

test('links to headings go on to them, whatever their ids were', () => {
  const html = stored('27-attack-clobber.html')
  const id = /<h2 id="(h_\w+)">constructor/.exec(html)?.[1]
  assert.ok(html.includes(`<a href="#${id}">to constructor</a>`))
  assert.match(html, /<a href="#h_\w+">to proto<\/a>/)
})

test('anchors in a heading and right before it lead to the heading', () => {
  const html = '<p><a href="#a">A</a> <a href="#b">B</a></p><a name="a"></a><h2>One</h2><h2><a id="b"></a>Two</h2>'
  const [a, b] = cleanHtml(html).html.match(/h_\w{10}(?=">(?:One|Two))/g)!
  assert.match(cleanHtml(html).html, new RegExp(`<a href="#${a}">A</a> <a href="#${b}">B</a>`))
})

test('text that an unclosed option or a deep nest holds is kept', () => {
  assert.match(cleanHtml('<p>a</p><option>b<p>c</p>').html, /b.*c/)
  assert.match(cleanHtml(`${'<div>'.repeat(20_000)}innermost`).html, /innermost/)
  assert.match(cleanHtml(`${'<ul><li>x'.repeat(3000)}bottom`).html, /bottom/)
})

test('equal headings have ids of their own', () => {
  const ids = cleanHtml('<h2>Same</h2>'.repeat(500)).html.match(/h_\w{10}/g) ?? []
  assert.equal(new Set(ids).size, 500)
})

test('directions are kept', () => {
  assert.match(
    cleanHtml('<p dir="rtl">مرحبا <bdi>x</bdi></p>').html,
    /<p class="no-margin" dir="rtl">مرحبا <bdi>x<\/bdi>/,
  )
})

test('a direction inside a line isolates its text', () => {
  for (const [given, kept] of [
    ['<span dir="ltr">+1 503 555</span>', '<bdi dir="ltr">+1 503 555</bdi>'],
    ['<bdi dir="LTR">+1</bdi>', '<bdi dir="ltr">+1</bdi>'],
    ['<b dir="rtl">x</b>', '<bdi dir="rtl"><b>x</b></bdi>'],
    ['<span dir="auto">x</span>', '<bdi>x</bdi>'],
    ['<span dir="evil">x</span>', 'x'],
  ] as const) {
    const { html } = cleanHtml(`<p>a ${given} b</p>`)
    assert.equal(html, `<p class="no-margin">a ${kept} b</p>`)
    assert.equal(cleanHtml(html).html, html)
  }
  const inner = '<p dir="rtl">a <span dir="rtl">x</span></p>'
  assert.equal(cleanHtml(inner).html, '<p class="no-margin" dir="rtl">a x</p>')
})

test('a cell keeps a direction that differs from its table', () => {
  for (const html of [
    '<table dir="rtl"><tbody><tr><td dir="ltr">x</td><td>y</td></tr></tbody></table>',
    '<table><tbody><tr><td><p class="no-margin" dir="rtl">x</p></td></tr></tbody></table>',
  ])
    assert.equal(cleanHtml(html).html, html)
})

test('the text of every raw element is text or gone', () => {
  for (const tag of [
    'xmp',
    'noscript',
    'textarea',
    'title',
    'noembed',
    'noframes',
    'style',
    'listing',
    'plaintext',
    'iframe',
  ])
    assert.doesNotMatch(cleanHtml(`<${tag}><img src="https://a.example/x.png" onerror=x></${tag}>`).html, /<img/, tag)
  assert.equal(shown(cleanHtml('<template><p>x</p></template>y').html), 'y')
})

test('a line of as many nodes as a body has room for is kept, in every form', () => {
  const breaks = `${'word<br>'.repeat(29_000)}end`
  const { html } = cleanHtml(breaks)
  assert.equal(html.match(/<br>/g)!.length, 29_000)
  assert.equal(cleanHtml(html).html, html)
  assert.ok(htmlToMarkdown(html).length > 116_000)
  assert.equal(htmlToBlocks(html).length, 1)
  assert.equal(cleanHtml(`${'<br>'.repeat(59_000)}end`).html, '<p class="no-margin">end</p>')
  assert.throws(() => cleanHtml(`${'<br>'.repeat(60_000)}end`), UnreadableContent)
})

test('a paragraph of Markdown that opens tags without end is closed', () => {
  const { html } = markdownToHtml(`${'<i></b>'.repeat(5000)}end`)
  assert.match(html, /end/)
})

test('tasks keep whether they are done, as checklists of Google Docs and exports of Notion tell it', () => {
  const docs = `<ul><li role="checkbox" aria-checked="true"><p>Rake</p></li>
    <li role="checkbox" aria-checked="false"><p><b>Sow</b></p><ul><li>deep</li></ul></li></ul>`
  const notion = `<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div><span>Rake</span></li>
    <li><div class="checkbox checkbox-off"></div> <span><b>Sow</b></span><ul><li>deep</li></ul></li></ul>`
  for (const given of [docs, notion]) {
    const { html } = cleanHtml(given)
    assert.match(html, /<p[^>]*>☑ Rake<\/p>.*<p[^>]*>☐ <b>Sow<\/b><\/p><ul>.*deep/)
    assert.equal(cleanHtml(html).html, html)
    assert.equal(markdownToHtml(htmlToMarkdown(html)).html, html)
  }
})

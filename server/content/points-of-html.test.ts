/** Points that bodies of editors and other systems must keep, beside those in content.test.ts: a test for each. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { cleanHtml } from './content.ts'
import { markdownToHtml } from './from-markdown.ts'
import { sample, shown, stored } from './test-samples.ts'
import { htmlToMarkdown } from './to-markdown.ts'
import { htmlToText } from './to-text.ts'

const has = (html: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(html.includes(part), `${part} is not in ${html}`)
}
const count = (html: string, part: string) => html.split(part).length - 1
const P = '<p class="no-margin">'

suite('a paste from Google Docs', () => {
  const html = stored('01-google-docs-paste.html')
  test('keeps its link, its picture and its one heading, and no id of its own', () => {
    has(html, 'href="https://shop.example/cloth"', 'alt="Oil can" width="320" height="200"')
    assert.equal(count(html, 'Oiling a handle'), 1)
    assert.doesNotMatch(html, /docs-internal-guid/)
  })
  test('has its list in Markdown too, at the same depth', () =>
    assert.match(
      htmlToMarkdown(html),
      /- Sand the wood\n {2}- first coarse\n {2}- then fine\n- Wipe it \[with a cloth\]/,
    ))
})

suite('a clipboard of Notion', () => {
  const html = stored('03-notion-clipboard.html')
  test('keeps the depth of its list', () =>
    assert.equal(
      shown(html.replaceAll(/<\/?(?:ul|li)[^>]*>/g, (tag) => (tag.startsWith('</') ? ' ) ' : ' ( '))).includes(
        '( ( Bark ( ( pine ( ( small ) ) ) ) ) ( Straw ) )',
      ),
      true,
    ))
  test('keeps open and done boxes', () => has(shown(html), '[ ] water the bed', '[x] weed the bed'))
  test('keeps the text of the outer foldable part in it', () =>
    assert.match(
      html,
      /<details><summary>How deep\?<\/summary><p class="no-margin">Five <i>centimetres<\/i>, not more\.<\/p><details>/,
    ))
  test('keeps the aside as a paragraph, the quotation and the link, and no comment', () => {
    has(
      html,
      `${P}💡 Leave a ring of 5 cm around the stem.</p>`,
      `<blockquote>${P}Mulch is a blanket.</p></blockquote>`,
    )
    has(html, 'href="https://notes.example/Tools-1234567890abcdef1234567890abcdef?pvs=21"')
    assert.doesNotMatch(html, /notionvc|<!--/)
  })
})

suite('nested lists', () => {
  const html = stored('05-nested-lists.html')
  test('keep both paragraphs of an item, and the depth of the steps', () => {
    has(html, `<li>${P}First paragraph of the item.</p>${P}Second paragraph of the same item.</p></li>`)
    assert.match(
      html.replaceAll(/<p[^>]*>|<\/p>/g, ''),
      /<li>Steps<ol><li>one<ul><li>deep<ol><li>deeper<\/li><\/ol><\/li><\/ul><\/li><li value="7">seven/,
    )
  })
  test('keep heading, picture and table within their items, and the order that counts down', () => {
    assert.match(html, /<li><h3 id="h_\w+">Heading in an item<\/h3><\/li>/)
    assert.match(html, /<li>(?:<[^>]*>)*<img src="[^"]*rake\.png" alt="Rake" width="40">/)
    assert.match(html, /<li><table><tbody><tr><td>cell in an item<\/td><\/tr><\/tbody><\/table><\/li>/)
    assert.match(html, /<ol reversed><li><p class="no-margin">two<\/p><\/li><li><p class="no-margin">one/)
  })
})

suite('code', () => {
  const html = stored('06-code.html')
  test('is kept in a line, ticks and keys among it', () => {
    has(html, '<code>rake &lt;bed> &amp;&amp; water</code>', '<kbd>Ctrl</kbd>+<kbd>C</kbd>', '<code>a `tick` b</code>')
    has(markdownToHtml(htmlToMarkdown(html)).html, '<code>a `tick` b</code>')
  })
  test('has one blank line at its beginning also after three times', () => {
    let again = html
    for (let times = 0; times < 3; times++) again = cleanHtml(markdownToHtml(htmlToMarkdown(again)).html).html
    has(again, '<pre><code>\nfirst line stands')
    assert.equal(again, html)
  })
  test('keeps its language, and its fence in Markdown is longer than the one in it', () => {
    has(html, '<code class="language-html">', '<code class="language-js">const a = "x"</code>')
    has(htmlToMarkdown(html), '````html\n', '```not a fence```')
  })
})

suite('callouts and foldable parts', () => {
  const html = stored('07-callouts-foldable.html')
  test('hold a heading, bold text and a list', () =>
    assert.match(
      html,
      /#fbc91633;"><h3 id="h_\w+">Careful<\/h3><p class="no-margin">Blades are <b>sharp<\/b>\.<\/p><ul><li><p class="no-margin">Wear gloves/,
    ))
  test('callouts of another system are boxes with their paragraphs in order, and a quotation stays one', () => {
    has(html, `border-color: #fbc91633;">${P}<b>Warning</b></p>${P}From another system.</p></div>`)
    has(html, `<blockquote>${P}<b>Note:</b> a quotation that is only a quotation.</p></blockquote>`)
    assert.doesNotMatch(html, /position|top:/)
  })
  test('that are open stay open with the one in them', () =>
    has(html, `<details open><summary>Which oil?</summary>${P}Linseed.</p><details><summary>Why?</summary>`))
  test('add no box around loose text', () => has(html, `${P}Loose text in a box</p>${P}and a box in it</p>`))
})

suite('videos', () => {
  const html = stored('08-embeds.html')
  test('keep their titles, and their addresses in Markdown, out of which they come again', () => {
    has(html, 'title="Pruning"')
    const markdown = htmlToMarkdown(html)
    has(markdown, 'QUILL123456?start=30', 'player.vimeo.com/video/123456789', 'QUILL654321', 'loom.com/embed/0123')
    assert.equal(count(markdownToHtml(markdown).html, '<iframe'), 5)
  })
  test('players of files become links to them and are reported, and the text for old browsers does not show', () => {
    has(html, 'href="https://files.example/a.mp4"', 'href="https://files.example/bird.mp3"')
    const { lost } = cleanHtml(sample('08-embeds.html'))
    has(lost.join('\n'), 'the player of https://files.example/a.mp4', 'the player of https://files.example/bird.mp3')
  })
})

suite('pictures and links', () => {
  const { html, lost } = cleanHtml(sample('10-images-links.html'))
  test('keep sizes in pixels alone, and no floating or border', () => {
    has(html, 'src="https://files.example/c.png" alt="Half">')
    assert.doesNotMatch(html, /float|border|width="50/)
  })
  test('keep an address with blanks and brackets, also out of Markdown', () => {
    has(html, 'src="https://files.example/e%20f(1).png"')
    has(markdownToHtml(htmlToMarkdown(html)).html, 'src="https://files.example/e%20f(1).png"')
  })
  test('inline data and unusable addresses are reported as lost, and the words of their links stay', () => {
    has(lost.join('\n'), 'the picture data:image/png', 'the picture /relative/g.png', 'the picture files/h.png')
    has(
      lost.join('\n'),
      'the link to /articles/12',
      'the link to shop.example',
      'the link to ftp://',
      'the link to intercom:',
    )
    has(shown(html), 'inner', 'no scheme', 'no target', 'ftp', 'app')
  })
  test('by mail and telephone work, blanks around an address go, and new windows know no opener', () => {
    has(
      html,
      'href="mailto:ada@alder.example?subject=Rake"',
      'href="tel:+15550100"',
      'href="https://shop.example/blank"',
    )
    has(html, 'title="Tip &amp; more"')
    for (const [tag] of html.matchAll(/<a [^>]*target="_blank"[^>]*>/g)) has(tag, 'rel="noopener"')
  })
})

suite('characters', () => {
  const html = stored('11-entities-emoji.html')
  test('are those that a browser shows, whether written as entities or not', () =>
    assert.equal(
      htmlToText(html).split('\n')[0],
      '<b> &lt; &amp; "q" \'s\' © € \u00a0| \u00ad| – … ¬anentity; & < AT&T a < b, 1 < 2 > 1',
    ))
  test('are kept as they were composed', () => has(html, 'Zwo\u0308lf, composed Zwölf', '\u212b', '\u200b'))
})

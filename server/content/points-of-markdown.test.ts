/** Points that Markdown and blocks must keep, beside those in markdown.test.ts and blocks.test.ts. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { blocksToHtml } from './from-blocks.ts'
import { sample, shown, stored } from './test-samples.ts'
import { htmlToMarkdown } from './to-markdown.ts'

const has = (html: string, ...parts: string[]) => {
  for (const part of parts) assert.ok(html.includes(part), `${part} is not in ${html}`)
}
const P = '<p class="no-margin">'

suite("Markdown of GitHub's kind", () => {
  const html = stored('14-markdown-gfm.md')
  test('counts on in its list, and keeps list, paragraph and code in their item', () => {
    const plain = html.replaceAll(/<p class[^>]*>|<\/p>/g, '')
    assert.match(
      plain,
      /<ol><li>Dig<ul><li>deep<ol><li>one spade<\/li><li>two spades<\/li><\/ol><\/li><\/ul>Second paragraph of item one\.<pre>/,
    )
    has(
      plain,
      '<code class="language-sh">dig --depth 2   # keep  two blanks</code></pre></li><li>Rake</li><li>Water</li></ol>',
    )
  })
  test('aligns the columns of its table, with its signs and empty cells', () => {
    has(html, '<th style="text-align: left">Plant</th><th style="text-align: center">Month</th>')
    has(html, '<th style="text-align: right">Note</th>', 'Pea | bean', '<code>a | b</code>', '<b>now</b><br>or later')
    assert.match(html, /Leek<\/td><td[^>]*><\/td><td[^>]*><\/td><\/tr>/)
  })
  test('keeps hard breaks, both kinds of headings, and the rule at the end', () => {
    has(html, 'at the end<br>and a backslash<br>end.')
    assert.match(html, /<h1 id="h_\w+">Sowing calendar<\/h1>.*<h2 id="h_\w+">Setext heading<\/h2>/s)
    assert.match(html, /<hr>/)
  })
  test('keeps pictures with titles, linked ones, and links of all kinds', () => {
    has(html, 'alt="A spade" title="The title"')
    assert.match(
      html,
      /<a href="https:\/\/shop\.example\/"[^>]*><img src="https:\/\/files\.example\/b\.png" alt="linked">/,
    )
    has(html, 'href="https://garden.example/a_b_c"', 'href="http://www.garden.example/x"')
    assert.equal(html.match(/href="https:\/\/garden\.example\/ref" title="Ref title"/g)?.length, 2)
  })
  test('shows footnotes and their marks, and indented code as code', () => {
    has(html, 'Term<sup>1</sup>', 'A note with <b>bold</b>')
    assert.match(html, /<pre><code>indented code\n\s*tab code<\/code><\/pre>/)
  })
})

suite('Markdown with HTML in it', () => {
  const html = stored('16-markdown-raw-html.md')
  test('keeps marks of a line and the width of a picture', () => {
    has(html, '<sup>1</sup>', '<sub>2</sub>', '<mark>marked</mark>', '<u>underlined</u>', '<u>new</u>', '<s>old</s>')
    has(html, 'alt="Rake" width="120"')
    assert.match(
      html,
      /<table><tbody><tr><td colspan="2">wide<\/td><\/tr><tr><td>a<\/td><td>b<\/td><\/tr><\/tbody><\/table>/,
    )
  })
  test('is read inside of foldable parts and callouts', () => {
    has(
      html,
      `<details><summary>More <b>help</b></summary>${P}Text with <b>bold</b> inside.</p><ul><li>${P}item</p></li></ul></details>`,
    )
    assert.match(html, /#feedaf80;"><p class="no-margin"><b>Careful<\/b> with this\.<\/p><\/div>/)
  })
  test('keeps a link without its handler, and shows no comment, style or script', () => {
    assert.match(html, /<a href="https:\/\/shop\.example\/"[^>]*>shop<\/a>/)
    assert.doesNotMatch(html, /onclick|comment|display:none|document\.title/)
    has(shown(html), 'unknown tag', 'middle')
  })
})

suite('blocks of a snippet', () => {
  const blocks = (JSON.parse(sample('17-blocks.json')).json_blocks as { type: string }[]).filter(
    ({ type }) => type !== 'futureBlock',
  )
  const { html } = blocksToHtml(blocks)
  test('are headings, paragraphs, lists, tables and pictures', () => {
    assert.match(html, /<h\d id="h_\w+">Edging a lawn<\/h\d>.*<h\d id="h_\w+">Steps<\/h\d>/s)
    has(html, 'Use a <b>half-moon</b> &amp; a <a href="https://shop.example/line"')
    has(html, `<ol><li>${P}Stretch the line</p></li><li>${P}Cut <i>along</i> it</p></li></ol>`)
    has(html, `<ul><li>${P}soil</p></li><li>${P}grass</p></li></ul>`)
    has(html, `<ol><li>${P}Outer</p><ul><li>${P}Inner</p></li></ul></li></ol>`, '5 | 6', '<hr>')
    assert.match(
      html,
      /<a href="https:\/\/shop\.example\/edge"[^>]*><img src="[^"]+" alt="Edge &quot;A&quot;" width="640" height="360">/,
    )
    has(html, 'background-color: #feedaf80; border-color: #fbc91633;')
    for (const line of ['Line one', 'line two', 'line three']) has(shown(html), line)
  })
  test('have all of their texts in Markdown', () => {
    for (const text of [
      'Edging a lawn',
      'Steps',
      'soil',
      'Outer',
      'Inner',
      '<lawn>',
      'Careful with cables',
      'line three',
    ])
      has(htmlToMarkdown(html), text)
  })
})

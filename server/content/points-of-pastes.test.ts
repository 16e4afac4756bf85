/** Bodies as they come from the clipboard and the exports of other editors: each point that a reader would miss. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml } from './content.ts'
import { markdownToHtml } from './from-markdown.ts'
import { htmlToMarkdown } from './to-markdown.ts'
import { converted, SAMPLES, shown } from './test-samples.ts'

const PASTES = SAMPLES.filter((name) => /^[45]\d-/.test(name))

const has = (name: string, ...parts: string[]) => {
  const { html } = converted(name)
  const plain = html.replaceAll(' class="no-margin"', '').replaceAll(/ id="h_[0-9a-f]{10}"/g, '')
  for (const part of parts) assert.ok(plain.includes(part), `${part} in ${plain}`)
}
const isLost = (name: string, ...lost: string[]) => assert.deepEqual(converted(name).lost, lost)
const withoutEmpty = (html: string) => html.replaceAll('<p class="no-margin"></p>', '')

for (const name of PASTES)
  test(`${name} is the same when it is saved again, as HTML and as Markdown`, () => {
    const { html } = converted(name)
    assert.equal(cleanHtml(html).html, html)
    const markdown = htmlToMarkdown(html)
    const { html: again } = markdownToHtml(markdown)
    assert.equal(again, withoutEmpty(html))
    assert.equal(htmlToMarkdown(again), markdown)
    assert.doesNotMatch(html, /mso|Mso|<o:p|wysiwyg|confluence|hljs|ac:|docs-internal/)
  })

test('Word: lists count in letters, quotations and deep headings are such, merged cells and footnotes stay', () => {
  has(
    '40-word.html',
    '<h1>Fitting a lid</h1>',
    '<ol><li><p>Unpack</p><ol type="a"><li><p>Lid</p><ol type="i"><li><p>Screws</p></li></ol></li></ol></li><li><p>Fit it</p></li></ol>',
    '<blockquote><p>Never force a lid.</p></blockquote>',
    '<h5>Deep part</h5><h6>Deepest part</h6>',
    '<td colspan="2">Both columns</td><td rowspan="2">Both rows</td>',
    'Un\u00adus\u00adual.[1]',
    '<hr><p>[1] Said of oak.</p>',
  )
  isLost('40-word.html', 'the link to #_ftn1', 'the link to #_ftnref1')
})

test("Word: lists of a filtered page are lists without Word's own styles", () => {
  has(
    '41-word-filtered.html',
    '<ul><li><p>a saw</p><ul><li><p>with <b>fine</b> teeth</p></li></ul></li><li><p>a rule</p></li></ul>',
    '<ol start="3"><li><p>mark</p></li><li><p>saw</p></li></ol>',
    "<p>A paragraph of the list's style alone.</p>",
  )
  isLost('41-word-filtered.html')
})

test('Google Docs: links lead to their targets, inner lists stand in their items, inline pictures are told', () => {
  has(
    '42-google-docs.html',
    '<a href="https://stones.example/wet?a=1&amp;b=2"',
    '<ul><li><p>Coarse</p><ul><li><p><b>Wet</b></p><ul><li><p>Slowly</p></li></ul></li></ul></li><li><p>Fine</p></li></ul>',
    '<td colspan="2">Grits</td>',
    '\u00a0 hone --grit 400',
    '<p>A stone</p>',
  )
  isLost(
    '42-google-docs.html',
    'the picture data:image/png;base64,iVBORw0KGgo=',
    'the link to #ftnt1',
    'the link to #ftnt_ref1',
  )
})

test('Notion: callouts are boxes, items of one list stand in one list, columns follow each other', () => {
  has(
    '43-notion.html',
    '<div class="intercom-interblocks-callout" style="background-color: #feedaf80; border-color: #fbc91633;"><p>💡</p><p>Water <b>first</b>.</p></div>',
    '<ul><li><p>☑ Dig</p></li><li><p>☐ Plant</p></li></ul>',
    '<ol><li><p>One</p></li><li><p>Two</p><ul><li><p>a</p></li><li><p>b</p></li></ul></li></ol>',
    '<summary>When?</summary>',
    'if (dry) {\n    water()\n}</code>',
    '<p>Left</p><p>Right</p>',
    '>Seeds</a>',
  )
  isLost('43-notion.html', 'a formula')
})

test('Zendesk: alignment, boxes, videos with their hash and numbers of lists stay', () => {
  has(
    '44-zendesk.html',
    '<p style="text-align: center"><b>Within 30 days</b></p>',
    '<h4>Careful</h4><p>Teeth are sharp.</p></div>',
    '<thead><tr><th>Kind</th><th>Days</th></tr></thead>',
    'src="https://www.youtube-nocookie.com/embed/QUILL123456"',
    'src="https://player.vimeo.com/video/123456789?h=abc1234567" title="Unlisted"',
    '<code class="language-json">{\n  "rake": true\n}',
    '<ol start="3"><li><p>Three</p><ul>',
  )
  isLost('44-zendesk.html')
})

test('Confluence: macros are boxes, code, foldable parts and tasks', () => {
  has(
    '45-confluence.html',
    'style="background-color: #fddcd880; border-color: #e0402c33;"><p><b>Blades</b></p><p>Stop the motor.</p></div>',
    '<p><b>mow.py</b></p><pre><code class="language-py">for row in lawn:\n    mow(row)</code></pre>',
    '<tr><th>Height</th><td><ul><li><p>4 cm</p></li></ul></td></tr>',
    '<ul><li><p>☑ Oil</p></li><li><p>☐ Refuel</p></li></ul>',
    '<details><summary>Why?</summary><p>Grass grows.</p></details>',
    '<img src="https://wiki.example/download/attachments/1/mower.png" alt="Mower">',
  )
  isLost('45-confluence.html')
})

test('Confluence: the storage format is read, and code in it to the letter', () => {
  has(
    '46-confluence-storage.html',
    '<p>See the tools by 2026-03-01.</p>',
    '<p><b>Frost</b></p><p>Wait for <b>spring</b>.</p></div>',
    '<code class="language-java">  if (a &lt; b &amp;&amp; b > c) {\n    cut("&lt;branch>");\n  }</code>',
    '<details><summary>More</summary><ul><li><p>twigs</p></li></ul></details>',
    '<ul><li><p>☑ Sharpen</p></li><li><p>☐ Cut</p></li></ul>',
    '<img src="https://garden.example/shears.png" alt="Shears">',
    '<p>Saw</p><p>The end.</p>',
  )
  isLost('46-confluence-storage.html', 'the macro toc', 'the link to Tools', 'the picture saw.png', 'the macro jira')
})

test('Outlook: safe links lead to their targets, and tables that only place their cells are none', () => {
  has(
    '47-outlook.html',
    '<a href="https://barn.example/door?a=1"',
    '</p><table><tbody><tr><td>Inner left</td><td>Inner right</td></tr></tbody></table><p>',
    '<blockquote><p>On Monday, they wrote:</p></blockquote>',
  )
  isLost('47-outlook.html', 'the picture cid:image001.png@01D')
})

test('code in boxes of an editor is code with its lines and indentation', () => {
  has(
    '48-code.html',
    '<pre><code>def water(bed):\n    if bed.dry:\n\n        bed.fill()</code></pre>',
    '<pre><code>first\n  second</code></pre>',
    '<pre><code class="language-yaml">beds:\n  - north</code></pre>',
    '<pre><code>dig --deep\n\t--fast</code></pre></li></ol>',
    '<code>a  b</code>',
  )
})

test('videos begin where they did, and unlisted ones and playlists play', () => {
  has(
    '49-videos.html',
    'https://www.youtube.com/embed/QUILL123456?start=90',
    'https://www.youtube.com/embed/videoseries?list=PLquill1234567890',
    'https://www.loom.com/embed/0123456789abcdef0123456789abcdef?t=42',
    'https://player.vimeo.com/video/123456789?h=abcdef1234',
  )
  isLost('49-videos.html', 'the frame https://www.youtube.com/embed/videoseries')
})

test('terms, quotations, abbreviations and foldable parts keep what they say; a formula is told', () => {
  has(
    '50-terms.html',
    '<p><b>Mulch</b></p><p>Leaves and bark.</p><p><b>Tine</b></p><p>A tooth.</p>',
    'He said “dig”. RHS (Royal Horticultural Society) rules.',
    '<details><summary>Deep</summary><details><summary>Deeper</summary><pre><code>  x</code></pre></details></details>',
    '<h6>Last</h6>',
  )
  isLost('50-terms.html', 'a formula')
})

test('pictures that a page loads late are those that it shows', () => {
  has('51-pictures.html', '<img src="https://pots.example/a.png" alt="A pot">', '<img src="https://pots.example/b.png"')
  isLost('51-pictures.html')
  assert.equal(shown(converted('51-pictures.html').html), 'The third pot')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml } from './content.ts'
import { markdownToHtml, UnreadableMarkdown } from './from-markdown.ts'
import { SAMPLES, shown, stored } from './test-samples.ts'
import { htmlToMarkdown } from './to-markdown.ts'

for (const name of SAMPLES)
  test(`${name} is the same after a way through Markdown, but for empty paragraphs`, () => {
    const html = stored(name)
    const back = markdownToHtml(htmlToMarkdown(html)).html
    assert.equal(back, html.replaceAll('<p class="no-margin"></p>', ''))
    assert.equal(htmlToMarkdown(back), htmlToMarkdown(html))
  })

const markdownOf = (html: string) => htmlToMarkdown(cleanHtml(html).html).trim()
const htmlOf = (markdown: string) => markdownToHtml(markdown).html

test('lists are indented, code has a fence that is long enough, and other content stays HTML', () => {
  assert.match(htmlToMarkdown(stored('01-google-docs-paste.html')), /- Sand the wood\n {2}- first coarse/)
  assert.match(htmlToMarkdown(stored('06-code.html')), /````html\n/)
  assert.equal(markdownOf('<table><tr><td>a</td></tr></table>'), '<table><tbody><tr><td>a</td></tr></tbody></table>')
  assert.equal(markdownOf('<table><tr><th>a</th></tr><tr><td>b | c</td></tr></table>'), '| a |\n| - |\n| b \\| c |')
  assert.equal(
    markdownOf('<p><img src="https://a.example/x.png" width="20" alt="x"></p>'),
    '<img src="https://a.example/x.png" alt="x" width="20">',
  )
})

test('text that looks like an address stays text after a way through Markdown', () => {
  const { html } = cleanHtml('<p>see https://example.com/a_b, www.example.com and a.b@example.com</p>')
  assert.doesNotMatch(html, /<a /)
  assert.equal(htmlOf(htmlToMarkdown(html)), html)
  const linked = htmlOf('see https://example.com/a_b, (www.example.com) and a.b@example.com')
  assert.deepEqual(
    [...linked.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
    ['https://example.com/a_b', 'http://www.example.com/', 'mailto:a.b@example.com'],
  )
})

test('directions are kept on a way through Markdown', () => {
  const { html } = cleanHtml(
    '<h2 dir="rtl">a</h2><p dir="auto">b <span dir="ltr">+1</span></p><ul dir="rtl"><li>c</li></ul><blockquote dir="rtl"><p>d</p></blockquote><table dir="rtl"><tr><th>e</th></tr><tr><td dir="ltr">f</td></tr></table>',
  )
  assert.equal(html.match(/dir="/g)?.length, 8)
  assert.equal(htmlOf(htmlToMarkdown(html)), html)
})

test("Markdown of GitHub's kind is read", () => {
  const html = stored('14-markdown-gfm.md')
  assert.match(html, /deep<\/p><ol><li><p class="no-margin">one spade/)
  assert.match(html, /☐ open task.*☑ done task/)
  assert.match(html, /Pea \| bean.*<code>a \| b<\/code>/)
  assert.match(html, /<b>now<\/b><br>or later/)
  assert.match(html, /<blockquote>.*<blockquote>.*<\/blockquote><ul>.*<\/blockquote>/)
  assert.match(html, /Term<sup>1<\/sup>[^]*A note with <b>bold<\/b>/)
  assert.match(html, /\[missing\]\[nothing\]/)
})

test('HTML in Markdown is kept, and ends with its paragraph', () => {
  const html = stored('16-markdown-raw-html.md')
  assert.match(html, /<kbd>Ctrl<\/kbd>/)
  assert.match(html, /<td colspan="2">wide/)
  assert.match(html, /<p class="no-margin"><b>never closed<\/b><\/p><p class="no-margin">Last paragraph is not bold\./)
  assert.match(html, /&lt;foo-bar>unknown tag/)
  assert.doesNotMatch(shown(html), /comment that|display:none|document\.title/)
})

test('a word in angle brackets is shown', () => {
  assert.equal(htmlOf('Send <order-id> and <b>x</b>'), '<p class="no-margin">Send &lt;order-id> and <b>x</b></p>')
})

test('Markdown that cannot be paired in time is refused, and deep quotations are flattened', () => {
  assert.throws(() => htmlOf('*a_ '.repeat(20_000)), UnreadableMarkdown)
  assert.match(htmlOf(`${'> '.repeat(5000)}bottom`), /bottom/)
})

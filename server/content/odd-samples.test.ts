/** Whole articles of other systems: every point that a reader would miss. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanHtml } from './content.ts'
import { sample, shown } from './test-samples.ts'

const zendesk = cleanHtml(sample('31-zendesk-article.html'))
const word = cleanHtml(sample('33-word-filtered-cp1252.html'))
const HOST = 'https://alder-help.zendesk.example'

test('the contents list of an article from Zendesk still leads to its headings', () => {
  for (const title of ['Before you begin', 'Plans and limits', 'Questions']) {
    const id = new RegExp(`<h2 id="(h_[0-9a-f]{10})">${title}`).exec(zendesk.html)![1]
    assert.ok(zendesk.html.includes(`<a href="#${id}">${title}</a>`), title)
  }
})

test('links within the old help center stay absolute links to it, and are told', () => {
  for (const path of [
    '/hc/en-us/articles/360001234567-Pruning-basics',
    '/hc/article_attachments/360009112255/Checkliste%20Herbst.pdf',
    '/hc/article_attachments/360009112233/rake-banner.png',
  ]) {
    assert.ok(zendesk.html.includes(`"${HOST}${path}"`), path)
    assert.ok(zendesk.changed.includes(`the relative address ${path}, which is kept as one of ${HOST}`), path)
  }
  for (const path of ['/hc/en-us/articles/360001234599-Tools#sharpen', '/hc/en-us/requests/new'])
    assert.ok(zendesk.changed.includes(`the address ${HOST}${path}, which stays one of the other help center`), path)
  assert.doesNotMatch(zendesk.html, /(?:href|src)="\//)
})

test('relative addresses of an article that names no help center, or two, are told and no links', () => {
  const link = '<p><a href="/hc/en-us/articles/1-A">A</a></p>'
  const others = '<p><a href="https://a.example/hc/en-us">x</a><a href="https://b.example/hc/en-us">y</a></p>'
  for (const html of [link, link + others]) {
    assert.match(cleanHtml(html).html, /<p class="no-margin">A<\/p>/)
    assert.ok(cleanHtml(html).lost.includes('the link to /hc/en-us/articles/1-A'))
  }
})

test('a placeholder of another product stays as text, and is told; one in code is code', () => {
  assert.match(zendesk.html, /account \(\{\{dc\.plan_name_pro\}\} or higher\)/)
  assert.ok(zendesk.changed.includes('the placeholder {{dc.plan_name_pro}}, which stays as text'))
  assert.deepEqual(cleanHtml('<p><code>{{ user.name }}</code></p><pre>{{ a }}</pre>').changed, [])
})

test('a picture of inline data leaves its alt text', () => {
  assert.match(zendesk.html, /Because it is autumn\. 🍂/)
  assert.ok(zendesk.lost.some((what) => what.startsWith('the picture data:image/gif')))
})

test('boxes, lists, code, tables, videos and foldable parts of Zendesk keep their form', () => {
  const { html, lost } = zendesk
  assert.match(html, />Careful<\/h4><p class="no-margin">Do <u>not<\/u> rake wet leaves\u00a0– they clump\.<\/p>/)
  assert.match(html, /<i>Rake<\/i>\.<\/p><ol type="a"><li><p class="no-margin">Choose a width\./)
  assert.match(
    html,
    /<ol start="2"><li><pre><code class="language-bash">rake --width 40 &amp;&amp; echo "done &lt;ok>"/,
  )
  assert.equal(html.match(/<tr>/g)?.length, 4)
  assert.match(html, /<th colspan="2">Limits per month<\/th>.*<td rowspan="2">Pro<\/td>.*>10\u202f000</)
  assert.match(html, /<td colspan="2"><p class="no-margin">No limit<\/p><ul><li><p class="no-margin">fair use/)
  assert.match(html, /<iframe src="https:\/\/www\.youtube-nocookie\.com\/embed\/aaaaaaaaaaa"/)
  assert.match(html, /<a href="https:\/\/maps\.garden\.example\/embed\?x=1"/)
  assert.ok(lost.includes('the frame https://maps.garden.example/embed?x=1'))
  assert.match(html, /<details><summary>Why are my leaves <i>brown<\/i>\?<\/summary>/)
  assert.match(html, /Chat with us or call <a href="tel:\+442079460100"/)
  assert.doesNotMatch(html, /openWidget|webWidget|#222/)
  assert.match(html, /<\/p>$/)
  assert.doesNotMatch(html, /<p class="no-margin"><\/p>$/)
})

test('a page of Word in windows-1252 is read with all of its characters', () => {
  const text = shown(word.html)
  assert.match(text, /^Laub harken – Anleitung für „Anfänger“/)
  for (const part of ['25\u00a0€', '…', 'Don’t', '½ m³', '≈ 9,90 €'])
    assert.ok(word.html.includes(part) || text.includes(part), part)
  assert.doesNotMatch(word.html, /[\u0080-\u009f\ufffd]/)
})

test('the title of Word is a heading once, and its contents list and numbers are gone', () => {
  assert.equal(word.html.match(/Anleitung/g)?.length, 1)
  assert.match(
    word.html,
    /^<h1 id="h_\w+">Laub harken – Anleitung für „Anfänger“<\/h1><h1 id="h_\w+">Vorbereitung<\/h1>/,
  )
  assert.doesNotMatch(word.html, /\.\.\.\.\./)
  assert.ok(word.lost.includes('the contents list of Word'))
})

test('list paragraphs of Word become a list, and tracked changes their outcome', () => {
  const lists = word.html.replaceAll(/<(\/?(?:ul|li))[^>]*>/g, ' [$1] ')
  assert.match(
    shown(lists),
    /\[ul\] \[li\] Rechen \[ul\] \[li\] aus Holz \[\/li\] \[\/ul\] \[\/li\] \[li\] Säcke, zwanzig Stück \[\/li\] \[\/ul\]/,
  )
  assert.ok(word.lost.includes('the deleted text zehn'))
  assert.doesNotMatch(word.html, /Ada|<[su]>/)
  assert.equal(
    cleanHtml('<p><del datetime="2026-01-01">old</del> <ins>new</ins></p>').html,
    '<p class="no-margin"><s>old</s> <u>new</u></p>',
  )
})

test('bold, tables, captions and footnotes of Word are kept, and nothing of its styles', () => {
  assert.deepEqual(word.html.match(/<b>.*?<\/b>/g), ['<b>Handschuhe</b>', '<b>Größe</b>', '<b>Preis</b>'])
  assert.equal(word.html.match(/<td>/g)?.length, 4)
  assert.match(word.html, /Abbildung 1: Der Rechen/)
  assert.match(word.html, /Siehe Plan und <a href="https:\/\/garden\.example\/laub" title="Laub"/)
  assert.match(word.html, /\[1\]<\/p><hr><p class="no-margin">\[1\] Nur bei trockenem Wetter\./)
  assert.doesNotMatch(word.html, /mso|Mso|o:p|font|<img/)
})

test('the picture that Word left beside its page, and the link to a file, are told', () => {
  assert.deepEqual(
    word.lost.filter((what) => /image|file:/.test(what)),
    ['the picture Laubharken-Dateien/image002.png', String.raw`the link to file:///\\server\Freigabe\Laub%20Plan.docx`],
  )
})

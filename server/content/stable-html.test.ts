/** Stored HTML means the same to every reader: parsed and written again by another parser it does not change. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFragment, serialize } from 'parse5'
import { cleanHtml } from './content.ts'
import { sample, SAMPLES, shown, stored } from './test-samples.ts'

const throughParser = (html: string): string => serialize(parseFragment(html))
const tags = (html: string) => html.match(/<[a-z]\w*/g)

for (const name of SAMPLES)
  test(`${name} is the same after a browser's parser has read and written it`, () => {
    const html = stored(name)
    const once = throughParser(html)
    assert.deepEqual(tags(once), tags(html))
    assert.equal(throughParser(once), once)
    assert.equal(cleanHtml(once).html, html)
  })

const said = (name: string, ...words: string[]) => {
  for (const word of words) assert.ok(shown(stored(name)).includes(word), `${word} in ${name}`)
}

test('the visible words of attacks stay', () => {
  said('19-attack-basics.html', 'hover', 'c')
  said('24-attack-style.html', ...'abcdefghijklmnopq'.split(''), 'callout', 'red', 'Sign in')
  said('25-attack-base-meta-forms.html', '+ADw-script+AD4-__fired(20)+ADw-/script+AD4-')
  said('27-attack-clobber.html', 'proto', 'constructor', 'has', 'toString', 'app', 'root', 'container', 'main', 'toc')
  said('27-attack-clobber.html', 'results', "Messenger's global", 'Settings', 'attributes', 'label', 'role')
  said(
    '28-attack-markdown.md',
    '&lt;img src=x onerror=__fired(29)>',
    '__fired(30)',
    '__fired(31)',
    'code',
    'head',
    'bold',
  )
})

test('a callout of an attack keeps its two colours alone, and links to other hosts know no opener', () => {
  assert.match(stored('24-attack-style.html'), /style="background-color: #feedaf80; border-color: #fbc91633;"/)
  const link = /<a [^>]*evil\.example\/21[^>]*>/.exec(stored('25-attack-base-meta-forms.html'))![0]
  assert.match(link, /rel="noopener"/)
  assert.doesNotMatch(link, /ping|download|attributionsrc|"opener/)
})

test('names of prototypes are headings like others', () => {
  const html = stored('27-attack-clobber.html')
  for (const [, word, target] of [
    ['', 'to constructor', 'constructor'],
    ['', 'to proto', 'proto'],
  ]) {
    const id = new RegExp(`<a href="#(h_\\w+)">${word}`).exec(html)![1]
    assert.ok(html.includes(`<h2 id="${id}">${target}</h2>`), word)
  }
  assert.equal(cleanHtml(html).html, html)
  assert.ok(sample('27-attack-clobber.html').includes('__proto__'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksToHtml, UnreadableBlock } from './from-blocks.ts'
import { SAMPLES, sample, stored } from './test-samples.ts'
import { htmlToBlocks } from './to-blocks.ts'
import { htmlToMarkdown } from './to-markdown.ts'

for (const name of SAMPLES)
  test(`${name} is the same after a way through blocks`, () => {
    const html = stored(name)
    assert.equal(blocksToHtml(JSON.parse(JSON.stringify(htmlToBlocks(html)))).html, html)
  })

const blocksOf = (name: string): unknown[] => JSON.parse(sample(name)).json_blocks

test('blocks are the same after a way through HTML, and Markdown holds their texts', () => {
  const known = blocksOf('17-blocks.json').filter((block) => (block as { type: string }).type !== 'futureBlock')
  const { html } = blocksToHtml(known)
  const blocks = htmlToBlocks(html)
  assert.deepEqual(htmlToBlocks(blocksToHtml(blocks).html), blocks)
  assert.match(html, /<code class="language-sh">edge --depth 5 &lt;lawn>\n {2}# two {2}blanks<\/code>/)
  for (const text of ['half-moon', 'Outer', 'Inner', 'lawn', 'cables', '5 | 6', 'line three'])
    assert.ok(htmlToMarkdown(html).includes(text), text)
})

test('a block of an unknown type is refused with its place', () => {
  assert.throws(
    () => blocksToHtml(blocksOf('17-blocks.json')),
    (error) => error instanceof UnreadableBlock && error.index === 12,
  )
})

test('every block of an attack is refused, or harmless', () => {
  const attacks = blocksOf('29-attack-blocks.json')
  for (const [at, block] of attacks.entries())
    try {
      assert.doesNotMatch(
        blocksToHtml([block]).html.replaceAll(/"[^"]*"|&lt;[^>]*>/g, ''),
        / on\w+=|<script|javascript:/i,
      )
    } catch (error) {
      assert.ok(error instanceof UnreadableBlock, `block ${at}: ${String(error)}`)
    }
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

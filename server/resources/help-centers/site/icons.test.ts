import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHtml } from 'hast-util-to-html'
import { collectionIcon } from './icons.ts'
import { siteScene } from './test-scene.ts'

const drawn = (name: string) => toHtml(collectionIcon(name))

test('the card of a collection has the picture that the name of its icon means', async () => {
  const site = await siteScene(['en'])
  for (const icon of ['ecomms-truck', 'devices-code', 'book-bookmark']) {
    const { id } = await site.collect({ name: `Icon ${icon}`, icon })
    await site.write({ title: `In ${icon}`, parent_ids: [id] })
  }
  const { payload } = await site.get(`${site.base}/en`)
  const cards = payload
    .split('<li>')
    .slice(1)
    .filter((card) => card.includes('Icon '))
  assert.equal(cards.length, 3)
  for (const card of cards) assert.ok(card.includes(drawn(/Icon ([\w-]+)/.exec(card)![1]!)), card)
  assert.equal(new Set(cards.map((card) => /<svg.*<\/svg>/.exec(card)![0])).size, 3)
})

test('an icon with an unknown name is the default one, and none brings markup of its own', () => {
  for (const name of ['', 'qwx', '"><script>alert(1)</script>', 'constructor'])
    assert.equal(drawn(name), drawn('book-bookmark'))
})

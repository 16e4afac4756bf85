import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import { test } from 'node:test'
import { siteScene } from './test-scene.ts'

const site = await siteScene(['en', 'fr', 'de', 'ar'])
const KB = 1024

/** As long as one that a team would write: 1,500 words in twelve sections. */
const SECTION = (n: number) =>
  `<h2>Step ${n}: prepare the group</h2><p>${'Fill the tank and rinse it. '.repeat(22)}</p><ul><li>Dose</li><li>Grind</li></ul>`
const body = Array.from({ length: 12 }, (_, n) => SECTION(n)).join('')
const article = await site.write({ title: 'Prepare the machine', description: 'From the box to the first cup', body })
for (const n of [1, 2, 3, 4, 5]) await site.write({ title: `Prepare the machine, part ${n}`, body: '<p>x</p>' })

test('the page of a long article is at most 30 kB, 10 kB of which are not its text', async () => {
  const { payload } = await site.get(article.url)
  const bytes = Buffer.byteLength(payload)
  assert.ok(bytes <= 30 * KB, `${bytes} bytes`)
  const around = bytes - Buffer.byteLength(article.body)
  assert.ok(around <= 10 * KB, `${around} bytes`)
})

for (const [kind, limit] of [
  ['css', 5 * KB],
  ['js', 5 * KB],
] as const)
  test(`the ${kind} file is at most ${limit / KB} kB compressed, and the only one`, async () => {
    const { payload } = await site.get(article.url)
    const paths = [...payload.matchAll(new RegExp(`(?:href|src)="([^"]+\\.${kind})"`, 'g'))]
    assert.equal(paths.length, 1)
    const file = await site.get(paths[0]![1]!)
    const bytes = gzipSync(file.payload).length
    assert.ok(bytes <= limit, `${bytes} bytes`)
  })

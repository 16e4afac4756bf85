/** Bodies of other editors, from the request to the answer, the Markdown, and the page of the help center. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sample, SAMPLES } from '../../content/test-samples.ts'
import { siteScene } from '../help-centers/site/test-scene.ts'

const { client, get, write } = await siteScene(['en'])
const withoutEmpty = (html: string) => html.replaceAll('<p class="no-margin"></p>', '')
/** Words of a page or a body, without the boxes of either. */
const words = (html: string) => html.replaceAll(/<[^>]*>|&[#\w]+;/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []

for (const name of SAMPLES.filter((one) => /^[45]\d-.*html$/.test(one)))
  test(`${name} is read back as it was saved, as HTML and Markdown and on the site`, async () => {
    const article = await write({ title: `Paste ${name}`, body: sample(name) })
    const { body } = await client.get(`/articles/${article.id}`)
    const again = await client.put(`/articles/${article.id}`, { body: body.body })
    assert.equal(again.body.body, body.body)
    const written = await client.put(`/articles/${article.id}`, { body_markdown: body.body_markdown })
    assert.equal(withoutEmpty(written.body.body), withoutEmpty(body.body))
    const { statusCode, payload } = await get(article.url)
    assert.equal(statusCode, 200)
    const page = new Set(words(payload))
    assert.deepEqual(
      words(body.body).filter((word) => !page.has(word)),
      [],
    )
    for (const [, src] of body.body.matchAll(/<iframe src="([^"]+)"/g)) assert.ok(payload.includes(`src="${src}"`), src)
  })

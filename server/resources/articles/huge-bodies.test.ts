/** Bodies that no person wrote: each is stored whole or refused, by no more work than its length explains. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { sample } from '../../content/test-samples.ts'
import { testApp } from '../../test/app.ts'
import { growsWithSize, PARTS } from '../../test/growth.ts'

interface Recipe {
  id: string
  markdown?: boolean
  prefix: string
  unit: string
  times: number
  suffix: string
}

const app = await testApp()
const client = app.client()
const { bodies } = JSON.parse(sample('13-huge-bodies.json')) as { bodies: Recipe[] }

function build({ prefix, unit, times, suffix }: Recipe, parts = PARTS): string {
  const units = Array.from({ length: (times * parts) / PARTS }, (_, n) => unit.replace('{n}', String(n)))
  return prefix + units.join('') + suffix
}

/** Words that are there if the body is stored whole. */
const LAST: Record<string, string> = {
  'long-text': 'needleatend',
  'many-paragraphs': 'Last heading',
  'deep-div': 'innermost',
  'deep-list': 'bottom',
  'deep-quote-markdown': 'bottom',
  'data-image': 'after',
  'distinct-words': 'needleatend',
  'big-attribute': 'text',
}
/** Found by its text where the index holds it, else by its title. */
const FOUND_BY_TEXT = ['long-text', 'many-paragraphs', 'deep-div', 'deep-list', 'deep-quote-markdown', 'data-image']

suite('huge bodies', () => {
  for (const recipe of bodies)
    test(`${recipe.id} is stored whole or refused with a sentence, by work that grows as it does`, async () => {
      const title = `Huge ${recipe.id.replaceAll('-', ' ')}`
      let answer: any
      await growsWithSize(async (parts) => {
        answer = await client.post('/articles', {
          title,
          author_id: app.workspace.adminId,
          state: parts === PARTS ? 'published' : 'draft', // a part is not found below
          [recipe.markdown ? 'body_markdown' : 'body']: build(recipe, parts),
        })
      })
      const { status, body } = answer
      if (status !== 200) {
        assert.ok([400, 413, 422].includes(status), String(status))
        assert.match(body.errors[0].message, /\w+ \w+/)
        return
      }
      const last = LAST[recipe.id]
      if (last) assert.ok(body.body.includes(last))
      const find = async (phrase: string) =>
        (await client.get(`/articles/search?phrase=${encodeURIComponent(phrase)}&state=published`)).body.total_count
      assert.ok((await find(title)) > 0)
      if (FOUND_BY_TEXT.includes(recipe.id)) assert.ok((await find(last!)) > 0)
      if (recipe.id === 'data-image') assert.ok(body.body.length < 1000)
      if (recipe.id === 'many-headings') assert.equal(new Set(body.body.match(/h_\w{10}/g)).size, 5000)
    })

  for (const [name, path, words] of [
    ['elements', '/articles', { body: '<b>x</b> y '.repeat(90_000) }],
    ['elements', '/internal_articles', { body: '<br>'.repeat(100_000), owner_id: app.workspace.adminId }],
    ['marks', '/articles', { body_markdown: '- x\n'.repeat(200_000) }],
    ['marks', '/content_snippets', { body_markdown: 'x\n\n'.repeat(100_000) }],
  ] as const)
    test(`${Object.keys(words)[0]} of ${path} with too many ${name} is refused by name`, async () => {
      const { status, body } = await app
        .client({ version: 'Preview' })
        .post(path, { title: 'Many', author_id: app.workspace.adminId, ...words })
      assert.ok([400, 422].includes(status), String(status))
      assert.match(body.errors[0].message, new RegExp(`too many ${name}: at most [0-9]+ `))
    })

  test('another request is answered while a huge body is being stored', async () => {
    const words = build(bodies.find(({ id }) => id === 'many-paragraphs')!)
    const answered: string[] = []
    const huge = client
      .post('/articles', { title: 'Slow', author_id: app.workspace.adminId, body: words })
      .then(() => answered.push('huge'))
    await new Promise((soon) => setTimeout(soon, 20))
    await client.get('/admins').then(() => answered.push('other'))
    await huge
    assert.deepEqual(answered, ['other', 'huge'])
  })
})

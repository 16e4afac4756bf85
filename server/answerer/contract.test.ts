/** The promises of answerer.ts, which every answerer keeps. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { testApp } from '../test/app.ts'
import type { Answerer, Question } from './answerer.ts'
import { contentAnswerer } from './from-content.ts'
import { modelAnswerer } from './from-model.ts'
import { startModel } from './test-model.ts'
import { atFileEnd } from '../test/endings.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const model = await startModel()
atFileEnd(model.close)

const publish = async (title: string, body: string, more: object = {}) => {
  const article = { title, body: `<p>${body}</p>`, author_id: app.workspace.adminId, state: 'published', ...more }
  const { status, text } = await client.post('/articles', article)
  assert.equal(status, 200, text)
}
const audience = (await client.post('/audiences', { name: 'Staff', predicates: [] })).body.id as string
await publish('Refunds', 'We pay refunds within five days to the card that was charged.')
await publish('Opening hours', 'The shop opens at nine and closes at six.')
await publish('Escape &amp; tags', 'Write &lt;script&gt;alert(1)&lt;/script&gt; into the template editor.')
await publish('Discount of staff', 'Staff gets a discount of half the price of grinders.', { audience_ids: [audience] })
await publish('Draft', 'The unicorn is stabled in the cellar.', { state: 'draft' })

const create = async (path: string, body: object) => {
  const made = await client.post(path, body)
  assert.ok(made.status < 300, made.text)
  return made.body
}
const snippet = {
  title: 'Parcels',
  json_blocks: [{ type: 'paragraph', text: 'The parcel of a roaster is heavy: 40 kg.' }],
}
await create('/content_snippets', { ...snippet, ai_chatbot_availability: true })
const wombat = { title: 'Wombats', json_blocks: [{ type: 'paragraph', text: 'The wombat is fed in the yard.' }] }
await create('/content_snippets', { ...wombat, ai_chatbot_availability: false })
const source = await create('/ai/content_import_sources', { sync_behavior: 'api', url: 'https://example.com' })
await create('/ai/external_pages', {
  source_id: source.id,
  external_id: 'kiln',
  title: 'The kiln',
  url: 'https://example.com/kiln',
  html: '<p>The kiln needs a voltage of 400.</p>',
  locale: 'en',
  ai_agent_availability: true,
})

const ask = (answerer: Answerer, text: string, more: Partial<Question> = {}) =>
  answerer.answer({
    db: app.db,
    workspaceId: app.workspace.id,
    text,
    history: [],
    user: { name: 'Ada', locale: null },
    reader: { states: ['published'], audiences: [] },
    asEmail: false,
    handsOver: true,
    articleUrl: async () => null,
    ...more,
  })

for (const [name, answerer] of [
  ['from content', contentAnswerer],
  ['from a model', modelAnswerer({ url: model.url, key: 'secret', model: 'stub' })],
] as [string, Answerer][])
  suite(name, () => {
    test('a question is answered from the content, which is named', async () => {
      const { outcome, text, sources } = await ask(answerer, 'When do I get my refund?')
      assert.equal(outcome, 'answered')
      assert.match(text, /within five days/)
      assert.deepEqual(
        sources.map(({ title, locale }) => [title, locale]),
        [['Refunds', 'en']],
      )
    })

    test('a snippet and an external page are answered with, unless they are not for the agent', async () => {
      const snippet = await ask(answerer, 'How heavy is the parcel of a roaster?')
      assert.deepEqual([snippet.outcome, snippet.sources.map(({ kind }) => kind)], ['answered', ['content_snippet']])
      const page = await ask(answerer, 'Which voltage does the kiln need?')
      assert.deepEqual(
        page.sources.map(({ kind, url }) => [kind, url]),
        [['external_page', 'https://example.com/kiln']],
      )
      assert.equal((await ask(answerer, 'Where is the wombat fed?')).outcome, 'unanswered')
    })

    test('content that the user may not read is neither shown nor named', async () => {
      const question = 'Is there a discount of staff for grinders?'
      const hidden = await ask(answerer, question)
      assert.deepEqual([hidden.outcome, hidden.sources], ['unanswered', []])
      assert.doesNotMatch(hidden.text, /half|Discount of staff/)
      const shown = await ask(answerer, question, { reader: { states: ['published'], audiences: [Number(audience)] } })
      assert.match(shown.text, /half the price/)
    })

    test('a question that the content does not answer has no answer and no sources, in words', async () => {
      for (const question of ['Which gearbox oil does a combine take?', 'Where is the unicorn stabled?', '???']) {
        const { outcome, text, sources } = await ask(answerer, question)
        assert.deepEqual([outcome, sources], ['unanswered', []], question)
        assert.match(text, /\w/)
      }
    })

    test('a user who wants a human, has no more questions, or only greets, is understood', async () => {
      for (const [words, outcome] of [
        ['Can I talk to a real person, please?', 'escalated'],
        ['human', 'escalated'],
        ['Great, thanks a lot!', 'resolved'],
        ['That helped.', 'resolved'],
        ['Hello', 'asked'],
      ] as const)
        assert.equal((await ask(answerer, words)).outcome, outcome, words)
    })

    test('the text is harmless HTML', async () => {
      const { text } = await ask(answerer, 'What do I write into the template editor?')
      assert.doesNotMatch(text, /<script/)
      assert.match(text, /^<p>/)
    })

    test('another workspace has other content', async () => {
      const { id } = await app.createWorkspace()
      assert.equal((await ask(answerer, 'When do I get my refund?', { workspaceId: id })).outcome, 'unanswered')
    })
  })

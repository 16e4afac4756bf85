/** Limits that stand in code rather than in a schema: as much as that is taken, one more is refused; as little, and one less. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { createScene } from '../fixtures/scene.ts'
import { holdStatuses } from '../named-statuses.ts'
import { isTest, listModules } from '../structure/modules.ts'
import { lower, upper, type LimitInCode } from './in-bodies.ts'
import { stored } from './stored.ts'

holdStatuses()
const app = await testApp()
const scene = createScene(app)

type Sent = Pick<LimitInCode, 'method' | 'path' | 'body'>

async function send({ method, path, body }: Sent, count: number) {
  const to = typeof path === 'string' ? path : await path(count, scene)
  if (method === 'GET') return scene.client.get(to)
  return scene.client[method === 'PUT' ? 'put' : 'post'](to, await body!(count, scene))
}

for (const [name, { most, refused, ...sent }] of Object.entries(upper))
  test(`${name}: ${most} are taken, one more is refused`, async () => {
    for (const count of [most - 1, most]) {
      const taken = await send(sent, count)
      assert.ok(taken.status < 300, `${count}: ${taken.status} ${taken.text.slice(0, 300)}`)
    }
    const { status, body: error, text: said } = await send(sent, most + 1)
    assert.deepEqual([status, error.errors?.[0].code], refused, said.slice(0, 300))
  })

for (const [name, { least: fewest, refused, ...sent }] of Object.entries(lower))
  test(`${name}: ${fewest} are taken, one less is refused`, async () => {
    const taken = await send(sent, fewest)
    assert.ok(taken.status < 300, `${taken.status} ${taken.text.slice(0, 300)}`)
    const { status, body: error, text: said } = await send(sent, fewest - 1)
    assert.deepEqual([status, error.errors?.[0].code], refused, said.slice(0, 300))
  })

for (const [name, { most, fill, refused }] of Object.entries(stored))
  test(`${name}: there can be ${most}, and no more`, async () => {
    const own = createScene(app, { workspace: await app.createWorkspace() })
    const next = await fill(own, most - 1)
    const add = async () => {
      const { path, body } = await next()
      return own.client.post(path, body)
    }
    const last = await add()
    assert.ok(last.status < 300, `${last.status} ${last.text.slice(0, 300)}`)
    const { status, body: error, text: said } = await add()
    assert.deepEqual([status, error.errors?.[0].code], refused, said.slice(0, 300))
  })

/** Constants that other tests hold, or that no request reaches. */
const ELSEWHERE: Record<string, string> = {
  'http/encode.ts MOST_KEPT': 'The size of a buffer that is kept: no answer shows it.',
  'resources/messages/list-status.ts MAX': 'The size of a page, which the tests of pages hold.',
  'resources/activity-logs/period.ts MOST_PER_PAGE': 'The size of a page, which the tests of pages hold.',
  'resources/external-pages/list.ts MAX_DEPTH': 'The last page, which external-pages.test.ts holds.',
  'resources/custom-objects/references.ts MOST': 'It needs a relationship: custom-objects.test.ts holds it.',
  'resources/ecommerce-connectors/read-catalog.ts MOST_CHARACTERS': 'In a file: catalog.test.ts beside it holds it.',
  'resources/ecommerce-connectors/read-catalog.ts MOST_DEPTH': 'In a file: catalog.test.ts beside it holds it.',
  'files/attachment.ts MAX': 'Of two lists together: reply-content.test.ts holds it.',
  'events/sse.ts MOST': 'A thousand open streams of one process.',
  'resources/fin/answer-turn.task.ts MOST_ATTEMPTS': 'Attempts of a job: sessions.test.ts holds them.',
  'resources/auth-tokens/access-token.ts MOST_KEPT': 'Tokens in memory: beyond it the oldest is fetched again.',
  'resources/data-connectors/undeclared.ts MOST_SHOWN':
    'Further names are left out of a message: templates.test.ts holds it.',
  'resources/data-connectors/response-fields.ts MOST_DEPTH':
    'Deeper fields are left out of an answer, which has no refusal.',
  'resources/data-connectors/response-fields.ts MOST_FIELDS':
    'Further fields are left out of an answer, which has no refusal.',
  'content/from-blocks.ts MAX_DEPTH':
    'The nesting of blocks has no field of a request: the tests of content hold bodies.',
  'content/from-markdown.ts MAX_SIGNS': 'Marks of a whole text, which huge-bodies.test.ts holds.',
  'content/from-markdown.ts MAX_BRACKETS': 'Marks of one paragraph, which markdown.test.ts holds.',
  'content/from-markdown.ts MAX_DEPTH': 'Deeper lists become text, and nothing is refused.',
  'content/from-markdown.ts MAX_MARKS': 'Marks of one paragraph, which markdown.test.ts holds.',
  'content/index/attempts.ts MIN_PART': 'Shorter words of a question are searched whole.',
  'answerer/weigh.ts MIN_SPELT': 'Shorter words of a question are taken as they are spelt.',
  'content/index/near-words.ts MAX_COMPARED':
    'Parts of the words of longer questions are not searched for, and nothing is refused.',
  'content/index/near-words.ts MIN_LENGTH': 'Shorter words of a question are taken as they are spelt.',
  'content/index/in-two.ts MAX_WORDS': 'The words of longer questions are not taken apart, and nothing is refused.',
  'content/index/in-two.ts MIN_HALF': 'Shorter halves of a word are no words.',
  'content/index/tsqueries.ts MAX_LEFT_OUT':
    'Titles that lack a word of longer questions are not looked for, and nothing is refused.',
  'http/notes.ts MOST_KEPT': 'Further notes are left out of the header: notes.test.ts holds it.',
  'resources/help-centers/redirects/create.ts MAX_ADDRESS':
    'The address once it is encoded: redirects.test.ts holds it.',
  'resources/help-centers/site/message-form.ts MAX_MESSAGE': 'Of a form of the site: feedback.test.ts holds it.',
  'resources/help-centers/site/send-message.ts MAX_EMAIL': 'Of a form of the site: feedback.test.ts holds it.',
  'http/notes.ts MOST_CHARACTERS': 'Further notes are left out of the header: notes.test.ts holds it.',
  'outgoing/download.ts MOST_REDIRECTS': 'Of a file that a job fetches: download.test.ts holds it.',
  'resources/articles/import/files.ts MOST_BYTES': 'Of a file on the disk: import-articles.test.ts holds it.',
  'resources/help-centers/site/moved/moved.ts MOST_STEPS':
    'Longer chains of redirects are 404: moved.test.ts holds it.',
  'content/index/queries.ts MAX_WORD': 'Longer words are not searched for, and nothing is refused.',
  'content/index/queries.ts MAX_WORD_BYTES': 'Further words are not searched for, and nothing is refused.',
  'resources/help-centers/site/article.ts MIN_HEADINGS':
    'Shorter contents lists are not shown, and nothing is refused.',
  'content/parse.ts MAX_DEPTH': 'Deeper elements become text, which content.test.ts holds.',
  'content/wrapped-links.ts MOST': 'Further wrappers of a link stay around it, and nothing is refused.',
}

const modules = listModules().filter(({ file }) => !isTest(file))

/** Constants that a condition compares with, by `file NAME`. Schemas are held by limits.test.ts. */
function comparedLimits(): string[] {
  return modules.flatMap(({ file, source }) =>
    [...source.matchAll(/^(export )?const ((?:MOST|MAX|LEAST|MIN)[A-Z_]*) = [\d_]+/gm)].flatMap(
      ([, exported, name]) => {
        const readers = exported ? modules.filter((other) => other.source.includes(name!)) : [{ file, source }]
        const isCompared = readers.some((reader) => new RegExp(`[<>]=? ${name}\\b`).test(reader.source))
        return isCompared ? [`${file} ${name}`] : []
      },
    ),
  )
}

test('each limit that a condition compares with has a row here', () => {
  const rows = [
    ...[...Object.values(upper), ...Object.values(lower)].flatMap(({ constants }) => constants),
    ...Object.values(stored).map(({ constant }) => constant),
    ...Object.keys(ELSEWHERE),
  ]
  assert.deepEqual(rows.toSorted(), comparedLimits().toSorted())
})

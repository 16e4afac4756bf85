/** Faults that are planted in our own answers are found by the published descriptions, with all waivers in force. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../app.ts'
import { check, contract } from '../contract.ts'
import { createScene } from '../fixtures/scene.ts'

const app = await testApp()
const workspace = await app.createWorkspace()
const { given } = createScene(app, { workspace, mark: 'planted' })
const contact = await given('a contact')
const conversation = await given('an answered conversation')
const [CONTACT, CONVERSATION] = [`/contacts/${contact['id']}`, `/conversations/${conversation['id']}`]
const skip = ['2.11', 'Preview'].some((name) => !contract?.(name)) && 'the descriptions are not at hand'

const lastPart = (body: any) => body.conversation_parts.conversation_parts.at(-1)

const PLANTED: [fault: string, path: string, plant: (body: any) => object, expected: string, status?: number][] = [
  ['a property is missing', CONTACT, ({ type: _, ...rest }) => rest, 'missing /type'],
  ['an id is a number', CONTACT, (body) => ({ ...body, id: 7 }), 'schema /id must be string'],
  ['a list is in place of an object', CONTACT, (body) => ({ ...body, location: [] }), 'schema /location'],
  ['a switch is null', CONTACT, (body) => ({ ...body, has_hard_bounced: null }), 'schema /has_hard_bounced'],
  ['a property is unknown', CONTACT, (body) => ({ ...body, mood: 'good' }), 'extra /mood'],
  ['an email is a list', CONTACT, (body) => ({ ...body, email: ['a@b.example'] }), 'schema /email'],
  ['a status is not described', CONTACT, (body) => body, 'status  201 is not described', 201],
  ['a state is unknown', CONVERSATION, (body) => ({ ...body, state: 'asleep' }), 'schema /state'],
  [
    'the author of a part has no email',
    CONVERSATION,
    (body) => {
      lastPart(body).author.email = null
      return body
    },
    'schema /conversation_parts/conversation_parts/[]/author/email',
  ],
  [
    'a part has a property that is unknown',
    CONVERSATION,
    (body) => {
      lastPart(body).mood = 'good'
      return body
    },
    'extra /conversation_parts/conversation_parts/[]/mood',
  ],
  [
    'a statistic is text',
    CONVERSATION,
    (body) => ({ ...body, statistics: { ...body.statistics, last_close_at: 'yesterday' } }),
    'schema /statistics/last_close_at',
  ],
]

for (const version of ['2.11', 'Preview'])
  for (const [fault, path, plant, expected, planted] of PLANTED)
    test(`it is found in ${version} that ${fault}`, { skip }, async () => {
      const { status, body } = await app.client({ version, token: workspace.token }).get(path)
      const exchange = { version, method: 'GET', path, status, body }
      assert.deepEqual(check(exchange), [])
      const problems = check({ ...exchange, status: planted ?? status, body: plant(structuredClone(body)) })
      assert.ok(
        problems.some((problem) => problem.includes(`: ${expected}`)),
        problems.join('\n'),
      )
    })

/** The person of a request is looked up before the rest of it is judged: nobody and an unknown person answer alike. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from './app.ts'
import { SAMPLED_VERSIONS } from './sampled-versions.ts'
import { history } from '../versions/index.ts'

const app = await testApp()
const client = app.client()
const UNKNOWN = 'f'.repeat(24)

const { id: user } = (await client.post('/contacts', { external_id: 'user' })).body
const { id: lead } = (await client.post('/contacts', { role: 'lead' })).body
const begun = await client.post('/conversations', { from: { type: 'user', id: user }, body: 'Hello' })
const conversation = `/conversations/${begun.body.conversation_id}`
const comment = { type: 'user', message_type: 'comment', body: 'Hi' }

/** Requests that name nobody, or nobody that there is, some with more amiss. */
const requests: [key: string, path: string, bodies: object[]][] = [
  [
    'POST /contacts/merge',
    '/contacts/merge',
    [{ from: lead, to: user }, { into: user }, {}, { from: lead, into: UNKNOWN }, { from: null, into: null }],
  ],
  [
    'POST /contacts/merge/preview',
    '/contacts/merge/preview',
    [
      { from: lead, to: user },
      { from: UNKNOWN, into: user },
    ],
  ],
  [
    'POST /conversations/{}/reply',
    `${conversation}/reply`,
    [
      comment,
      { ...comment, intercom_user_id: null, user_id: null, email: null },
      { ...comment, intercom_user_id: UNKNOWN },
      { ...comment, body: '' },
      { ...comment, message_type: 'note' },
      { ...comment, intercom_user_id: UNKNOWN, created_at: 99_999_999_999 },
    ],
  ],
  [
    'POST /conversations/{}/reply',
    '/conversations/last/reply',
    [comment, { ...comment, type: 'admin', admin_id: app.workspace.adminId }],
  ],
  [
    'POST /conversations',
    '/conversations',
    [
      { from: { type: 'user' }, body: 'Hello' },
      { from: { type: 'user' }, body: '' },
      { from: { type: 'user', id: UNKNOWN }, body: '', attachment_urls: ['no address'] },
    ],
  ],
  [
    'POST /conversations/{}/customers',
    `${conversation}/customers`,
    [{ customer: {} }, { customer: { intercom_user_id: null } }, { customer: { intercom_user_id: UNKNOWN } }],
  ],
  [
    'POST /conversations/{}/rating',
    `${conversation}/rating`,
    [{ rating: 5 }, { rating: 5, intercom_user_id: UNKNOWN }],
  ],
  ['POST /contacts/{}/companies', `/contacts/${UNKNOWN}/companies`, [{}, { id: UNKNOWN }]],
  ['POST /contacts/{}/notes', `/contacts/${UNKNOWN}/notes`, [{ body: '' }, { body: 'x', admin_id: 1 }]],
  ['POST /contacts/{}/tags', `/contacts/${UNKNOWN}/tags`, [{ id: '0' }]],
  ['POST /contacts/{}/subscriptions', `/contacts/${UNKNOWN}/subscriptions`, [{ id: '0', consent_type: 'opt_in' }]],
  ['POST /events', '/events', [{ id: UNKNOWN, event_name: 'x', created_at: 1, metadata: { a: { b: 1 } } }]],
  [
    'POST /events/summaries',
    '/events/summaries',
    [{ user_id: 'unknown', event_summaries: { event_name: 'x', count: 1, first: 2, last: 1 } }],
  ],
]

for (const version of SAMPLED_VERSIONS)
  test(`nobody is found by what names nobody in ${version}`, async () => {
    const asker = app.client({ version })
    for (const [key, path, bodies] of requests) {
      if (!history.find(version)!.serves(key)) continue
      for (const body of bodies) {
        const reply = await asker.post(path, body)
        const what = `${key} ${JSON.stringify(body)} → ${reply.text}`
        assert.deepEqual(
          [reply.status, reply.body.errors?.[0]],
          [404, { code: 'not_found', message: 'User Not Found' }],
          what,
        )
      }
    }
    const put = await asker.put(`/contacts/${UNKNOWN}`, { owner_id: 1, custom_attributes: { unheard: 1 } })
    assert.deepEqual([put.status, put.body.errors[0].code], [404, 'not_found'])
  })

test('a person is known by one identifier, the others being null', async () => {
  const named = { intercom_user_id: null, user_id: 'user', email: null }
  assert.equal((await client.post(`${conversation}/reply`, { ...comment, ...named })).status, 200)
  const from = { type: 'user', id: user, user_id: null, email: null }
  assert.equal((await client.post('/conversations', { from, body: 'Hello' })).status, 200)
})

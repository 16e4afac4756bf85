/** An answer of a thing, sent back whole to the operation that updates it, is taken and changes nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '../operations.ts'
import { history } from '../versions/index.ts'
import { testApp } from './app.ts'
import { makeWorld } from './world.ts'

const app = await testApp()
const { ids, client, workspace, things } = await makeWorld(app, 'back')
await client.put(`/contacts/${ids['contact_id']}`, {
  avatar: 'https://example.com/ada.png',
  owner_id: workspace.adminId,
  signed_up_at: 1_700_000_000,
  phone: '+353871234567',
})

const published = things['a published data connector']
const schedule = `/office_hours_schedules/${ids['office_hours_schedule_id']}`

/** Paths to read and to update by what they are of; others update by another form than they answer in. */
const PATHS: Record<string, string> = {
  'PUT /contacts/{}': `/contacts/${ids['contact_id']}`,
  'PUT /companies/{}': `/companies/${ids['company_id']}`,
  'PUT /conversations/{}': `/conversations/${ids['conversation_id']}`,
  'PUT /admins/{}/office_hours': `/admins/${ids['admin_id']}/office_hours`,
  'PUT /ticket_types/{}': `/ticket_types/${ids['ticket_type_id']}`,
  'PUT /news/news_items/{}': `/news/news_items/${ids['news_item_id']}`,
  'PUT /ip_allowlist': '/ip_allowlist',
  'PUT /tickets/{}': `/tickets/${ids['ticket_id']}`,
  'PUT /help_center/collections/{}': `/help_center/collections/${ids['collection_id']}`,
  'PUT /help_center/sections/{}': `/help_center/sections/${ids['section_id']}`,
  'PUT /office_hours_schedules/{}/office_hours_exceptions/{}': `${schedule}/office_hours_exceptions/${ids['office_hours_exception_id']}`,
  'PUT /ai/content_import_sources/{}': `/ai/content_import_sources/${ids['import_source_id']}`,
  'PUT /ai/external_pages/{}': `/ai/external_pages/${ids['external_page_id']}`,
  'PUT /audiences/{}': `/audiences/${ids['audience_id']}`,
  'PATCH /auth_tokens/{}': `/auth_tokens/${ids['auth_token_id']}`,
  'PATCH /data_connectors/{}': `/data_connectors/${ids['data_connector_id']}`,
  'PATCH /data_connectors/{}/versions/{}': `/data_connectors/${published['id']}/versions/${published['version_id']}`,
}

/** Requests that make a thing with as little as it needs, so that its answer has the most nulls. */
const BARE: Record<string, [path: string, body: object]> = {
  'PUT /contacts/{}': ['/contacts', { external_id: 'bare' }],
  'PUT /companies/{}': ['/companies', { company_id: 'bare' }],
  'PUT /conversations/{}': ['/conversations', { from: { type: 'user', id: ids['contact_id'] }, body: 'Hello' }],
  'PUT /ticket_types/{}': ['/ticket_types', { name: 'Bare' }],
  'PUT /tickets/{}': ['/tickets', { ticket_type_id: ids['ticket_type_id'], contacts: [{ id: ids['contact_id'] }] }],
  'PUT /news/news_items/{}': ['/news/news_items', { title: 'Bare', sender_id: workspace.adminId }],
  'PUT /help_center/collections/{}': ['/help_center/collections', { name: 'Bare' }],
  'PUT /ai/content_import_sources/{}': [
    '/ai/content_import_sources',
    { sync_behavior: 'api', url: 'https://a.example' },
  ],
  'PUT /audiences/{}': ['/audiences', { name: 'Bare', predicates: [], role_predicates: [] }],
  'PATCH /auth_tokens/{}': ['/auth_tokens', { name: 'Bare', token_value: 'x', request_header_key: 'X-Bare' }],
  'PATCH /data_connectors/{}': ['/data_connectors', { name: 'Bare' }],
}
const OTHERS: Record<string, string> = {
  'PUT /articles/{}': 'takes body and body_markdown apart, and answers both',
  'PUT /articles/{}/draft': 'is read only while a draft waits',
  'PUT /admins/{}/away': 'answers an admin and takes its away state',
  'PUT /admins/office_hours': 'takes a list of changes',
  'PUT /teams/{}/office_hours': 'takes the id of a schedule, and answers the schedule',
  'PUT /contacts/{}/granted_companies': 'takes ids alone, as it answers them',
  'PUT /conversations/{}/conversation_parts/{}': 'takes a secret and states, and answers the part',
  'PUT /visitors': 'is read by user_id, and tested with visitors',
  'PUT /teams/{}': 'takes members by id in another form than a team shows them in',
  'PUT /data_attributes/{}': 'takes options without the ids that they are shown with',
  'PUT /folders/{}': 'takes the folder inside of `folder`, and answers it bare',
  'PUT /internal_articles/{}': 'takes the words in one form, and answers them in two, as documented',
  'PUT /content_snippets/{}': 'takes the words in one form, and answers them in two, as documented',
  'PUT /dynamic_contents/{}': 'answers a name with HTML escaped, as documented',
  'PUT /contacts/bulk': 'takes a list of changes',
  'PUT /companies/bulk': 'takes a list of changes',
  'PUT /office_hours_schedules/{}': 'refuses the day_of_week that it shows, as documented',
  'PUT /ticket_types/{}/attributes/{}': 'is read with its type alone',
  'PUT /conversations/attributes/{}': 'cannot change a data_type, and says so',
  'PUT /conversations/attributes/{}/options/{}': 'answers the attribute, not the option',
}

const updates = operations.filter(({ method }) => method === 'PUT' || method === 'PATCH')

test('every operation that updates a thing is held here, or has its reason', () => {
  for (const { key } of updates) assert.ok(PATHS[key] ?? OTHERS[key], `written-back.test.ts needs a row for ${key}`)
})

const bare: Record<string, string> = {}
for (const [key, [path, details]] of Object.entries(BARE)) {
  const { body, status, text } = await app.client({ token: workspace.token, version: 'Preview' }).post(path, details)
  assert.ok(status < 300, text)
  // A message is answered, and tells its conversation.
  bare[key] = `${path}/${body.conversation_id ?? body.id}`
}

for (const [kind, paths] of Object.entries({ 'a whole thing': PATHS, 'a bare thing': bare }))
  for (const [key, path] of Object.entries(paths))
    for (const version of history.versions.filter(({ serves }) => serves(key)))
      test(`${key} takes its own answer of ${kind} in ${version.name}`, async () => {
        const own = app.client({ token: workspace.token, version: version.name })
        const { body } = await own.get(path)
        const back = await (key.startsWith('PATCH') ? own.patch(path, body) : own.put(path, body))
        assert.equal(back.status, 200, back.text)
        const after = (await own.get(path)).body
        for (const one of [body, after]) delete one.updated_at
        assert.deepEqual(after, body)
      })

test('a visitor is taken as it was shown', async () => {
  const user_id = things['a visitor']['user_id']
  const { body } = await client.get(`/visitors?user_id=${encodeURIComponent(user_id)}`)
  const back = await client.put('/visitors', body)
  assert.equal(back.status, 200, back.text)
  assert.deepEqual(back.body.avatar, body.avatar)
})

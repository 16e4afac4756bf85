import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pruneEvents } from '../../../events/prune-events.task.ts'
import { testApp } from '../../../test/app.ts'
import { createMemberWatch } from './watch.ts'

const app = await testApp({ own: true })
const client = app.client()
const read = createMemberWatch(app)
let made = 0

const post = async (path: string, body: object) => {
  const reply = await client.post(path, body)
  assert.ok(reply.status < 300, reply.text)
  return reply.body
}
const newContact = async (details: object = {}) =>
  (await post('/contacts', { external_id: `watched-${++made}`, ...details })).id as string
const newAudience = async (attribute: string, value: string) =>
  (
    await post('/audiences', {
      name: `Audience ${++made}`,
      predicates: [{ attribute, type: 'string', comparison: 'eq', value }],
    })
  ).id as string

let webhook = ''
let told = 0
/** Members that came and went since the last look, as webhooks are told. */
async function changes(): Promise<string[]> {
  await read()
  const events = await app.db<{ id: number; topic: string; item: any }[]>`
    select id, topic, item from events
    where workspace_id = ${app.workspace.id} and topic like 'audience.member_%' and id > ${told} order by id`
  told = events.at(-1)?.id ?? told
  return events.map(({ topic, item }) => {
    assert.deepEqual(Object.keys(item), ['type', 'audience_id', 'content'])
    assert.deepEqual([item.type, item.content.type], ['audience_membership', 'contact'])
    return `${topic.replace('audience.member_', '')} ${item.content.id} ${item.audience_id}`
  })
}
const members = async () => (await app.db`select from audience_members where workspace_id = ${app.workspace.id}`).length

const ada = await newContact({ name: 'Ada' })
const adas = await newAudience('name', 'Ada')

test('nothing is kept while nobody watches', async () => {
  await read()
  await client.put(`/contacts/${ada}`, { name: 'Bob' })
  await client.put(`/contacts/${ada}`, { name: 'Ada' })
  assert.deepEqual([await changes(), await members()], [[], 0])
})

test('contacts that are members when the watch begins are kept, and told to nobody', async () => {
  const topics = ['audience.member_added', 'audience.member_removed']
  webhook = (await post('/parley/webhooks', { url: 'https://example.com/hook', topics })).id
  assert.deepEqual([await changes(), await members()], [[], 1])
})

test('a contact that comes to meet the predicates is told, and one that stops to', async () => {
  await client.put(`/contacts/${ada}`, { name: 'Bob' })
  assert.deepEqual(await changes(), [`removed ${ada} ${adas}`])
  await client.put(`/contacts/${ada}`, { name: 'Ada' })
  const other = await newContact({ name: 'Ada' })
  assert.deepEqual((await changes()).toSorted(), [`added ${ada} ${adas}`, `added ${other} ${adas}`].toSorted())
  await client.put(`/contacts/${other}`, { phone: '+15555550123' })
  assert.deepEqual(await changes(), [])
  await client.post(`/contacts/${other}/archive`)
  assert.deepEqual(await changes(), [`removed ${other} ${adas}`])
  await client.post(`/contacts/${other}/unarchive`)
  assert.deepEqual(await changes(), [`added ${other} ${adas}`])
  await client.delete(`/contacts/${other}`)
  assert.deepEqual(await changes(), [`removed ${other} ${adas}`])
})

test('contacts of a company come and go with it and with its details', async () => {
  const acme = await newAudience('company.name', 'Acme')
  const company = await post('/companies', { company_id: 'acme', name: 'Acme' })
  const contact = await newContact()
  await changes()
  await client.post(`/contacts/${contact}/companies`, { id: company.id })
  assert.deepEqual(await changes(), [`added ${contact} ${acme}`])
  await client.put(`/companies/${company.id}`, { name: 'Emca' })
  assert.deepEqual(await changes(), [`removed ${contact} ${acme}`])
  await client.put(`/companies/${company.id}`, { name: 'Acme' })
  assert.deepEqual(await changes(), [`added ${contact} ${acme}`])
  await client.delete(`/companies/${company.id}`)
  assert.deepEqual(await changes(), [`removed ${contact} ${acme}`])
})

test('tags and merges bring contacts in and out', async () => {
  const tag = (await post('/tags', { name: 'Watched' })).id as string
  const tagged = await newAudience('tag_id', tag)
  const [lead, user] = [
    (await post('/contacts', { role: 'lead', email: 'lead@example.com' })).id as string,
    await newContact({ email: 'lead@example.com' }),
  ]
  await changes()
  await client.post(`/contacts/${lead}/tags`, { id: tag })
  assert.deepEqual(await changes(), [`added ${lead} ${tagged}`])
  await post('/contacts/merge', { from: lead, into: user })
  assert.deepEqual((await changes()).toSorted(), [`added ${user} ${tagged}`, `removed ${lead} ${tagged}`].toSorted())
})

test('members of a new audience are told to nobody; new predicates tell who comes and who goes', async () => {
  const [eve, fay] = [await newContact({ name: 'Eve' }), await newContact({ name: 'Fay' })]
  const eves = await newAudience('name', 'Eve')
  assert.deepEqual(await changes(), [])
  const predicates = [{ attribute: 'name', type: 'string', comparison: 'eq', value: 'Fay' }]
  await client.put(`/audiences/${eves}`, { predicates })
  assert.deepEqual((await changes()).toSorted(), [`added ${fay} ${eves}`, `removed ${eve} ${eves}`].toSorted())
  await client.delete(`/audiences/${eves}`)
  assert.deepEqual(await changes(), [])
})

test('a change that no event tells of is noticed within the hour', async () => {
  const filter = { field: 'name', operator: '=', value: 'Ada' }
  const segment = await post('/parley/segments', { name: 'Adas', person_type: 'user', filter })
  const audience = await newAudience('segment_id', segment.id)
  await changes()
  await client.put(`/parley/segments/${segment.id}`, { filter: { ...filter, value: 'Nobody' } })
  assert.deepEqual(await changes(), [])
  app.clock.advance(3600)
  assert.deepEqual(await changes(), [`removed ${ada} ${audience}`])
})

test('events wait in the outbox until they are read', async () => {
  const id = await newContact({ name: 'Ada' })
  const waiting = async () => {
    await app.db`update webhooks set fanned_out_to = 1000000000 where workspace_id = ${app.workspace.id}`
    await pruneEvents.run(app, {})
    const topic = 'contact.user.created'
    return (await app.db`select from events where topic = ${topic} and item ->> 'id' = ${id}`).length
  }
  app.clock.advance(7200)
  assert.equal(await waiting(), 1)
  assert.deepEqual(await changes(), [`added ${id} ${adas}`])
  assert.equal(await waiting(), 0)
})

test('members are forgotten when nobody watches any more', async () => {
  await client.put(`/parley/webhooks/${webhook}`, { active: false })
  assert.deepEqual([await changes(), await members()], [[], 0])
})

/** Messages by SMS and WhatsApp, and the states that providers tell of them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordingProvider, type ChannelMessage, type ChannelProvider } from '../../channels/provider.ts'
import { sendChannelMessage } from '../../channels/send-channel-message.task.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })
const admin = { type: 'admin', id: app.workspace.adminId }
const now = () => app.clock.now().getTime() / 1000
let number = 0
const newPhone = () => `+35387${1_000_000 + app.workspace.id * 100 + ++number}`
const newContact = async (details: object = {}) =>
  (await client.post('/contacts', { external_id: `p${++number}`, phone: newPhone(), ...details })).body

/** Runs the jobs that wait, as the worker would. @returns the messages that the provider was handed */
async function sendAll(provider?: ChannelProvider): Promise<ChannelMessage[]> {
  const sent: ChannelMessage[] = []
  const taking = provider ?? {
    send: async (message: ChannelMessage) => {
      sent.push(message)
      return { providerMessageId: `wamid_${app.workspace.id}_${++number}`, status: 'sent' as const }
    },
  }
  const jobs = await app.db<{ payload: any }[]>`
    select p.payload from graphile_worker._private_jobs p
    join graphile_worker._private_tasks t on t.id = p.task_id and t.identifier = 'send_channel_message'
    where (p.payload ->> 'workspace_id')::int = ${app.workspace.id} order by p.id`
  for (const { payload } of jobs)
    await sendChannelMessage.run({ db: app.db, clock: app.clock, channelProvider: taking }, payload)
  return sent
}
const statusOf = (id: string) => client.get(`/messages/whatsapp/status?message_id=${id}`)
const statuses = async (ruleset: string, more = '') =>
  (await client.get(`/messages/status?ruleset_id=${ruleset}${more}`)).body

test('a WhatsApp message to a number begins a conversation with the contact who has it', async () => {
  const phone = newPhone()
  const known = await newContact({ phone, name: 'Kim' })
  const message = {
    message_type: 'whatsapp',
    from: admin,
    to: { phone: Number(phone.slice(1)), name: 'Somebody' },
    template: 'keep_live',
    locale: 'en',
    components: [{ type: 'BODY', parameters: [{ type: 'text', text: 'Username 123' }] }],
  }
  const { status, body } = await client.post('/messages', message)
  assert.equal(status, 200)
  assert.partialDeepStrictEqual(body, { type: 'admin_message', message_type: 'whatsapp', body: 'Username 123' })
  const conversation = (await client.get(`/conversations/${body.conversation_id}`)).body
  assert.deepEqual([conversation.source.type, conversation.channel.initial], ['whatsapp', 'whatsapp'])
  assert.deepEqual(
    conversation.contacts.contacts.map(({ id }: { id: string }) => id),
    [known.id],
  )
  assert.deepEqual(await sendAll(), [
    { channel: 'whatsapp', phone, body: 'Username 123', template: 'keep_live', locale: 'en' },
  ])
  assert.deepEqual(await sendAll(), [], 'a message that was taken is not sent again')
})

test('a WhatsApp message to an unknown number makes a lead of it', async () => {
  const phone = newPhone()
  const to = { phone, name: 'New' }
  const message = { message_type: 'whatsapp', from: admin, to, template: 'hello', components: [] }
  const first = (await client.post('/messages', message)).body
  const second = (await client.post('/messages', message)).body
  const contactOf = async (id: string) => (await client.get(`/conversations/${id}`)).body.contacts.contacts[0].id
  const id = await contactOf(first.conversation_id)
  assert.equal(await contactOf(second.conversation_id), id)
  assert.partialDeepStrictEqual((await client.get(`/contacts/${id}`)).body, { role: 'lead', phone, name: 'New' })
  await sendAll()
})

test('an SMS goes to the phone of a contact, and begins no conversation by itself', async () => {
  const contact = await newContact()
  const sms = { message_type: 'sms', from: admin, to: { type: 'user', id: contact.id }, body: 'heyy' }
  const { body } = await client.post('/messages', sms)
  assert.deepEqual([body.message_type, body.body, body.conversation_id], ['sms', 'heyy', undefined])
  assert.deepEqual(
    (await sendAll()).map(({ channel, phone }) => [channel, phone]),
    [['sms', contact.phone]],
  )
  const without = { type: 'user', id: (await newContact({ phone: null })).id }
  assert.equal((await client.post('/messages', { ...sms, to: without })).status, 400)
})

test('the messages of a ruleset are listed by pages with their states', async () => {
  const contacts = [await newContact(), await newContact(), await newContact()]
  const sent = await client.post('/parley/broadcasts', {
    ruleset_id: 'spring',
    template_name: 'order_update',
    contact_ids: contacts.map(({ id }) => id),
  })
  assert.equal(sent.body.message_ids.length, 3)
  assert.equal((await statuses('spring')).total_count, 0, 'no provider has taken them yet')
  await sendAll()
  const first = await statuses('spring', '&per_page=2')
  assert.partialDeepStrictEqual(first, {
    type: 'list',
    ruleset_id: 'spring',
    total_count: 3,
    pages: { type: 'pages', per_page: 2, total_pages: 2 },
  })
  const rest = await statuses('spring', `&per_page=2&starting_after=${first.pages.next.starting_after}`)
  assert.equal(rest.pages.next, null)
  const events = [...first.events, ...rest.events]
  assert.equal(events.length, 3)
  assert.deepEqual(events[0], {
    id: events[0].id,
    conversation_id: events[0].conversation_id,
    user_id: contacts[0].id,
    status: 'sent',
    type: 'broadcast_outbound',
    created_at: now(),
    updated_at: now(),
    template_name: 'order_update',
    whatsapp_message_id: events[0].whatsapp_message_id,
  })
})

test('a report of a provider moves the state forward, and never back', async () => {
  const { id } = await newContact()
  await client.post('/parley/broadcasts', { ruleset_id: 'moves', template_name: 't', contact_ids: [id] })
  await sendAll()
  const message_id = (await statuses('moves')).events[0].whatsapp_message_id
  const report = async (status: string, error?: object) =>
    (await client.post('/parley/deliveries', { message_id, status, ...(error && { error }) })).body.status
  app.clock.advance(10)
  assert.equal(await report('read'), 'read')
  assert.equal(await report('delivered'), 'read')
  assert.equal(await report('failed', { message: 'late' }), 'read')
  const { body } = await statusOf(message_id)
  assert.deepEqual([body.status, body.updated_at, body.message_id, body.error], ['read', now(), message_id, undefined])
  assert.equal((await client.post('/parley/deliveries', { message_id: 'none', status: 'read' })).status, 404)
})

test('a failed message tells the reason', async () => {
  const { id } = await newContact()
  await client.post('/parley/broadcasts', { ruleset_id: 'fails', template_name: 't', contact_ids: [id] })
  await sendAll()
  const message_id = (await statuses('fails')).events[0].whatsapp_message_id
  const error = { message: 'Message delivery failed', details: 'Recipient phone number not on WhatsApp' }
  await client.post('/parley/deliveries', { message_id, status: 'failed', error })
  assert.partialDeepStrictEqual((await statusOf(message_id)).body, { status: 'failed', error })
})

test('without an account messages are recorded as delivered', async () => {
  const { id } = await newContact()
  await client.post('/parley/broadcasts', { ruleset_id: 'recorded', template_name: 't', contact_ids: [id] })
  const lines: object[] = []
  await sendAll(recordingProvider({ info: (about: object) => void lines.push(about) }))
  assert.deepEqual(lines, [{ channel: 'whatsapp' }])
  assert.equal((await statuses('recorded')).events[0].status, 'delivered')
})

test('a status without its id is refused in the form of these operations', async () => {
  for (const [path, message] of [
    ['/messages/status', 'ruleset_id is required'],
    ['/messages/whatsapp/status', 'message_id is required'],
  ]) {
    const { status, body, headers } = await client.get(path!)
    assert.deepEqual([status, body], [400, { type: 'error', request_id: headers['x-request-id'], message }])
  }
})

test('a provider that cannot take a message now leaves it for the next attempt', async () => {
  const { id } = await newContact()
  await client.post('/parley/broadcasts', { ruleset_id: 'busy', template_name: 't', contact_ids: [id] })
  const busy = { send: () => Promise.reject(new Error('busy')) }
  await assert.rejects(sendAll(busy), /busy/)
  assert.equal((await statuses('busy')).total_count, 0)
  await sendAll()
  assert.equal((await statuses('busy')).total_count, 1)
})

/** Macros, workflows, procedures and inputs of connectors know the same placeholders. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KNOWN_KEYS } from '../../placeholders/vocabulary.ts'
import { workflowScene } from './test-scene.ts'

const { client, conversation, post, run, runs, settle, start, takeDue, workflow, workspace } = await workflowScene()

const KEYS = [
  'user.name',
  'user.custom_attributes.plan',
  'contact.id',
  'contact.first_name',
  'contact.last_name',
  'contact.email',
  'contact.phone',
  'contact.user_id',
  'contact.external_id',
  'contact.role',
  'contact.language',
  'contact.city',
  'contact.country',
  'contact.custom_attributes.plan',
  'company.id',
  'company.company_id',
  'company.name',
  'company.industry',
  'company.website',
  'company.size',
  'company.custom_attributes.tier',
  'teammate.id',
  'teammate.name',
  'teammate.first_name',
  'teammate.email',
  'app.id',
  'app.name',
]
/** A macro's preview has no conversation. */
const OF_CONVERSATIONS = ['conversation.id', 'message.body']

await post('/data_attributes', { model: 'contact', name: 'plan', data_type: 'string' })
await post('/data_attributes', { model: 'company', name: 'tier', data_type: 'string' })

async function ada() {
  const { id } = await post('/contacts', {
    role: 'user',
    external_id: `ada ${Math.random()}`,
    name: 'Ada <b> Lovelace',
    email: `ada${Math.random()}@example.com`,
    phone: '+14155550123',
    custom_attributes: { plan: 'Gold & more' },
  })
  const company = await post('/companies', {
    company_id: `acme ${Math.random()}`,
    name: 'Acme',
    industry: 'Coffee',
    website: 'https://acme.example',
    size: 7,
    custom_attributes: { tier: 'A' },
  })
  await post(`/contacts/${id}/companies`, { id: company.id })
  return id as string
}

const last = async (talk: string) => (await conversation(talk)).conversation_parts.conversation_parts.at(-1).body
const lines = (keys: string[]) => keys.map((key) => `${key}=[{{${key} | fallback: 'none'}}]`).join(' ')

test('every key is filled in a workflow’s reply as in a macro’s preview', async () => {
  const body = `<p>${lines(KEYS)}</p>`
  const macro = await post('/parley/macros', { name: 'All', body })
  assert.deepEqual(macro.unknown_placeholders, [])
  const contact_id = await ada()
  const preview = await post(`/parley/macros/${macro.id}/preview`, { contact_id })
  assert.deepEqual(preview.missing, [])
  for (const part of ['user.name=[Ada &lt;b&gt; Lovelace]', 'contact.first_name=[Ada]', 'company.size=[7]'])
    assert.ok(preview.body.includes(part), preview.body)
  for (const part of ['contact.custom_attributes.plan=[Gold &amp; more]', 'company.custom_attributes.tier=[A]'])
    assert.ok(preview.body.includes(part), preview.body)
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [
      { type: 'assign', assignee_type: 'admin', assignee_id: workspace.adminId },
      { type: 'reply', body },
      { type: 'reply', body: `<p>${lines(OF_CONVERSATIONS)}</p>` },
    ],
  })
  const talk = (await post('/conversations', { from: { type: 'user', id: contact_id }, body: 'Hi <i>you</i>' }))
    .conversation_id
  await settle()
  const said = (await conversation(talk)).conversation_parts.conversation_parts.map((part: any) => part.body)
  assert.equal(said.at(-2), preview.body)
  assert.equal(said.at(-1), `<p>conversation.id=[${talk}] message.body=[Hi you]</p>`)
  await client.delete(`/parley/workflows/${id}`)
})

test('a placeholder without a value is left out with the blank before it, and a removed attribute has none', async () => {
  const { id: attribute } = await post('/data_attributes', { model: 'contact', name: 'nick', data_type: 'string' })
  const { id } = await workflow({
    trigger_type: 'inbound_conversation',
    steps: [{ type: 'reply', body: 'Hi {{company.name}}, {{contact.custom_attributes.nick | fallback: "you"}}!' }],
  })
  await client.put(`/data_attributes/${attribute}`, { archived: true })
  const { id: contact } = await post('/contacts', { role: 'lead' })
  const talk = (await post('/conversations', { from: { type: 'lead', id: contact }, body: 'Hello' })).conversation_id
  await start()
  for (const payload of await takeDue()) await run(payload)
  assert.equal(await last(talk), '<p>Hi, you!</p>')
  assert.equal((await runs(id))[0].outcome, 'completed')
  await client.delete(`/parley/workflows/${id}`)
})

test('a key that means nothing is told by a macro and refused by a step, with the keys that do', async () => {
  const connector = (await post('/data_connectors', { name: 'Orders', data_inputs: [{ name: 'n', type: 'string' }] }))
    .id
  for (const key of ['user.shoe', 'company.custom_attributes.nowhere', 'contact.custom_attributes.tier', 'shoe']) {
    const macro = await post('/parley/macros', { name: 'One', body: `Hi {{${key}}}` })
    assert.deepEqual(macro.unknown_placeholders, [`{{${key}}}`])
    for (const [step, place] of [
      [{ type: 'reply', body: `Hi {{${key}}}` }, 'body'],
      [{ type: 'run_connector', data_connector_id: connector, inputs: { n: { from: key } } }, 'inputs.n'],
    ] as const) {
      const details = { title: 'A test', trigger_type: 'inbound_conversation', steps: [{ type: 'close' }, step] }
      const { status, body } = await client.post('/parley/workflows', details)
      const message = `steps.1.${place} has a placeholder that nothing fills: ${key}. Known are ${KNOWN_KEYS}`
      assert.deepEqual([status, body.errors[0].message], [400, message])
    }
  }
  for (const name of ['user or contact (id, name', 'company (id, company_id', 'conversation (id)', 'message (body)'])
    assert.ok(KNOWN_KEYS.includes(name), KNOWN_KEYS)
})

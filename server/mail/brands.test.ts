/** Mails of a conversation come from the address of its brand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../test/app.ts'

const app = await testApp({ own: true })
const client = app.client({ version: '2.16' })
await client.put('/parley/workspace', { email_copies: true })
const contact = (await client.post('/contacts', { email: 'ada@example.com' })).body
const [first] = (await client.get('/brands')).body.data

const begin = (brand_id?: unknown) =>
  client.post('/conversations', {
    from: { type: 'user', id: contact.id },
    body: 'Hello',
    ...(brand_id !== undefined && { brand_id }),
  })

/** @returns the address that an answer in the conversation comes from */
async function answer(brand_id?: unknown): Promise<string> {
  const { body } = await begin(brand_id)
  await client.post(`/conversations/${body.conversation_id}/reply`, {
    message_type: 'comment',
    type: 'admin',
    admin_id: app.workspace.adminId,
    body: 'Hi',
  })
  const [mail] = await app.db<{ from_address: string }[]>`
    select from_address from mails where workspace_id = ${app.workspace.id} and thread_id = ${body.conversation_id}`
  return mail!.from_address
}

const address = (brand_id: string, email: string, verified = true) =>
  client.post('/parley/emails', { email, brand_id, default: true, verified })

test('an answer comes from the address of the brand, or of the default one', async () => {
  const brand = (await client.post('/parley/brands', { name: 'Fern Roastery' })).body
  await address(first.id, 'help@fernhill.example')
  assert.equal(await answer(brand.id), 'help@fernhill.example')
  await address(brand.id, 'hello@roastery.example')
  assert.equal(await answer(brand.id), 'hello@roastery.example')
  assert.equal(await answer(first.id), 'help@fernhill.example')
  assert.equal(await answer(null), 'help@fernhill.example')
  assert.equal(await answer(), 'help@fernhill.example')
})

test('a conversation keeps on when its brand is deleted', async () => {
  const brand = (await client.post('/parley/brands', { name: 'Gone' })).body
  const { body } = await begin(brand.id)
  assert.equal((await client.delete(`/parley/brands/${brand.id}`, {})).status, 200)
  assert.equal((await client.get(`/conversations/${body.conversation_id}`)).status, 200)
})

test('an unknown brand is refused, and older versions know no brand', async () => {
  const { status, body } = await begin('987654')
  assert.deepEqual([status, body.errors[0].code, body.errors[0].message], [404, 'not_found', 'Brand not found'])
  const old = await app.client({ version: '2.15' }).post('/conversations', {
    from: { type: 'user', id: contact.id },
    body: 'Hello',
    brand_id: '987654',
  })
  assert.equal(old.status, 200)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexId } from '../../ids.ts'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const workspace_id = app.workspace.id

let made = 0
const make = async (details: object = {}) => {
  const body = { name: `attribute ${++made}`, model: 'contact', data_type: 'string', ...details }
  return (await client.post('/data_attributes', body)).body
}
const put = (id: number | string, body: object) => client.put(`/data_attributes/${id}`, body)

test('label, description, options and messenger_writable change; missing properties stay', async () => {
  const before = await make({ description: 'Old', messenger_writable: true })
  app.clock.advance(60)
  const { body } = await put(before.id, { label: 'Ring size', options: [{ value: 'S' }, { value: 'L' }] })
  assert.deepEqual(body, {
    ...before,
    label: 'Ring size',
    options: ['S', 'L'],
    updated_at: before.updated_at + 60,
  })
  const after = await put(before.id, { description: null, messenger_writable: false })
  assert.deepEqual(
    [after.body.messenger_writable, 'description' in after.body, after.body.label],
    [false, false, 'Ring size'],
  )
})

test('type, model and name stay, whatever is asked', async () => {
  const before = await make()
  const { status, body } = await put(before.id, { data_type: 'integer', model: 'company', name: 'other' })
  assert.deepEqual([status, body], [200, before])
})

test('an archived attribute takes no values, and keeps those that it has', async () => {
  const { id, name } = await make({ data_type: 'integer' })
  const { body: contact } = await client.post('/contacts', { role: 'lead', custom_attributes: { [name]: 7 } })
  assert.equal((await put(id, { archived: true })).body.archived, true)
  const refused = await client.put(`/contacts/${contact.id}`, { custom_attributes: { [name]: 8 } })
  assert.deepEqual(refused.body.errors, [
    { code: 'parameter_invalid', message: `Custom attribute '${name}' does not exist` },
  ])
  assert.equal((await client.get(`/contacts/${contact.id}`)).body.custom_attributes[name], 7)
  assert.equal((await put(id, { archived: false })).body.archived, false)
  assert.equal((await client.put(`/contacts/${contact.id}`, { custom_attributes: { [name]: 8 } })).status, 200)
})

const OPTIONS = 'You must have at least two options on a list type data attribute'
for (const [options, message] of [
  [{ value: '1-10' }, "Options isn't an array"],
  ['1-10', "Options isn't an array"],
  [[], OPTIONS],
  [[{ value: '1-10' }], OPTIONS],
] as const)
  test(`options of ${JSON.stringify(options)} are refused`, async () => {
    const { id } = await make()
    const { status, body } = await put(id, { description: 'Too few options', options, archived: false })
    assert.equal(status, 400)
    assert.deepEqual(body.errors, [{ code: 'parameter_invalid', message }])
  })

test('a number has no options', async () => {
  const { id } = await make({ data_type: 'integer' })
  assert.equal((await put(id, { options: ['1', '2'] })).status, 400)
})

test('a label must not be blank', async () => {
  const { id } = await make()
  assert.equal((await put(id, { label: ' ' })).status, 400)
})

test('an attribute that a segment uses cannot be archived', async () => {
  const person = await make()
  const company = await make({ model: 'company' })
  const free = await make()
  const at = app.clock.now()
  const segment = (person_type: string, filter: object) => app.db`
    insert into segments ${app.db({ workspace_id, id: hexId(at), name: 'S', person_type, filter: app.db.json(filter as never), created_at: at, updated_at: at })}`
  const asks = (name: string) => ({ field: `custom_attributes.${name}`, operator: '=', value: free.name })
  await segment('user', {
    operator: 'AND',
    value: [
      { field: 'role', operator: '=', value: 'user' },
      { operator: 'OR', value: [asks(person.name)] },
    ],
  })
  await segment('company', asks(company.name))
  for (const { id } of [person, company]) {
    const { status, body } = await put(id, { description: 'Trying to archive', archived: true })
    assert.equal(status, 422)
    assert.deepEqual(body.errors, [
      { code: 'data_invalid', message: 'The Data Attribute you are trying to archive has a dependant object' },
    ])
    assert.equal((await put(id, { description: 'Not trying' })).status, 200)
  }
  assert.equal((await put(free.id, { archived: true })).status, 200)
})

test("there is no attribute by a name, by an id of nobody's, or of another workspace", async () => {
  const stranger = await app.createWorkspace()
  const theirs = await app
    .client({ token: stranger.token })
    .post('/data_attributes', { name: 'theirs', model: 'contact', data_type: 'string' })
  for (const id of ['0', 'email', '9'.repeat(30), theirs.body.id]) {
    const { status, body } = await put(id, { archived: true })
    assert.equal(status, 404)
    assert.deepEqual(body.errors, [
      { code: 'field_not_found', message: "We couldn't find that data attribute to update" },
    ])
  }
})

/** The name of the attribute in which contacts or conversations hold their links to custom objects. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
const TAKEN = [409, "There is something named 'cups' already"]
const ofPeople = (data: string) =>
  `You already have 'cups' in your people data. To save this as new ${data} data, use a different name.`

async function newWorkspace() {
  const client = app.client({ version: '2.16', token: (await app.createWorkspace()).token })
  await client.post('/parley/custom_object_types', { identifier: 'Cup', name: 'Cup' })
  return client
}

for (const [holder, related_to, path, details, message] of [
  ['contacts', 'contact', '/data_attributes', { model: 'contact', data_type: 'string' }, ofPeople('people')],
  ['companies', 'contact', '/data_attributes', { model: 'company', data_type: 'string' }, ofPeople('company')],
  [
    'conversations',
    'conversation',
    '/conversations/attributes',
    { data_type: 'string' },
    "A conversation attribute named 'cups' already exists",
  ],
] as const)
  test(`an attribute of ${holder} and one that a ${related_to} holds links in do not have one name`, async () => {
    const client = await newWorkspace()
    const relationships = '/parley/custom_object_types/Cup/relationships'
    const link = { name: 'drinker', related_to, related_name: 'cups', cardinality: 'many_to_one' }
    const create = (asker = client) => asker.post(path, { name: 'cups', ...details })

    const related = (await client.post(relationships, link)).body
    const refused = await create()
    assert.deepEqual([refused.status, refused.body.errors], [400, [{ code: 'parameter_invalid', message }]])
    assert.equal((await create(await newWorkspace())).status, 200)

    await client.delete(`${relationships}/${related.relationships[0].id}`)
    assert.equal((await create()).status, 200)
    const second = await client.post(relationships, link)
    assert.deepEqual([second.status, second.body.errors[0].message], TAKEN)
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOf } from '../../docs/documents.ts'
import { testApp } from '../../test/app.ts'
import { history } from '../../versions/index.ts'

const app = await testApp()
const client = app.client({ version: 'Preview' })

test('a user that is unknown is refused and not created, and the reference says no other thing', async () => {
  const steps = [{ type: 'answer', body: 'Hi' }]
  const { id } = (await client.post('/parley/procedures', { title: 'A test', state: 'live', steps })).body
  const { status, body } = await client.post(`/procedures/${id}/proactive_trigger`, { user: { id: 'nobody' } })
  assert.deepEqual([status, body.errors[0].message], [404, 'User Not Found'])
  const query = { field: 'external_id', operator: '=', value: 'nobody' }
  assert.equal((await client.post('/contacts/search', { query })).body.total_count, 0)
  const { paths } = documentOf(history.find('Preview')!, 'http://127.0.0.1') as any
  const { requestBody } = paths['/procedures/{procedure_id}/proactive_trigger'].post
  const { user } = requestBody.content['application/json'].schema.properties
  assert.match(user.properties.id.description, /of a contact that is there\.$/)
})

/** Invalid values when a company is created or updated. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()
const client = app.client()
const { id: workspaceId } = app.workspace

await app.db`
  insert into data_attributes (workspace_id, model, name, label, data_type, created_at, updated_at) values
    (${workspaceId}, 'company', 'machines', 'Machines', 'integer', now(), now()),
    (${workspaceId}, 'company', 'day', 'Day', 'string', now(), now())`

const bad: [name: string, body: unknown, code: string, message: RegExp][] = [
  ['an unknown key', { test: 'invalid' }, 'bad_request', /^bad 'test' parameter$/],
  ['no company_id', { name: 'x' }, 'parameter_not_found', /company_id/],
  ['an empty company_id', { company_id: '' }, 'parameter_not_found', /company_id/],
  ['a company_id that is an object', { company_id: {} }, 'parameter_invalid', /company_id/],
  ['a spend beyond the column', { company_id: 'x', monthly_spend: 2 ** 31 }, 'parameter_invalid', /monthly_spend/],
  ['a spend in words', { company_id: 'x', monthly_spend: 'a lot' }, 'parameter_invalid', /monthly_spend/],
  ['a negative size', { company_id: 'x', size: -1 }, 'parameter_invalid', /size/],
  [
    'a time beyond the calendar',
    { company_id: 'x', remote_created_at: 1e15 },
    'parameter_invalid',
    /remote_created_at/,
  ],
  ['a name too long', { company_id: 'x', name: 'x'.repeat(256) }, 'parameter_invalid', /name/],
  ['a plan that is a list', { company_id: 'x', plan: ['Pro'] }, 'parameter_invalid', /plan/],
  [
    'an attribute that nobody declared',
    { company_id: 'x', custom_attributes: { nothing: 1 } },
    'parameter_invalid',
    /^Custom attribute 'nothing' does not exist$/,
  ],
  [
    'an attribute of another type',
    { company_id: 'x', custom_attributes: { machines: 'many' } },
    'parameter_invalid',
    /machines/,
  ],
]
for (const [name, body, code, message] of bad)
  test(`a company with ${name} is refused`, async () => {
    const reply = await client.post('/companies', body)
    assert.equal(reply.status, 400)
    assert.equal(reply.body.errors[0].code, code)
    assert.match(reply.body.errors[0].message, message)
  })

test('an update refuses an unknown key', async () => {
  const { id } = (await client.post('/companies', { company_id: 'strict' })).body
  assert.equal(
    (await client.put(`/companies/${id}`, { test: 'invalid' })).body.errors[0].message,
    "bad 'test' parameter",
  )
})

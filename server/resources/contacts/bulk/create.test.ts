/** Contacts that are created in bulk, as the single operation does it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../../test/app.ts'
import { bulkScene } from '../../../bulk/test-scene.ts'

const app = await testApp()
const errors = (refused: Iterable<{ position: number; error_code: string }>) =>
  [...refused].map(({ position, error_code }) => [position, error_code])

test('a contact is created with all that can be said of it', async () => {
  const { client, workspace, finished, topics } = await bulkScene(app)
  const admin = String(workspace.adminId)
  await client.post('/data_attributes', { model: 'contact', name: 'plan', data_type: 'string' })
  const known = (await client.post('/companies', { company_id: '6', name: 'Old name' })).body
  const [one, two] = [
    (await client.post('/tags', { name: 'one' })).body.id,
    (await client.post('/tags', { name: 'two' })).body.id,
  ]
  const before = (await topics()).length
  const job = await client.post('/contacts/bulk', {
    contacts: [
      {
        external_id: 'abc123',
        email: 'joe@bloggs.com',
        name: 'Joe Bloggs',
        role: 'user',
        phone: '+353871234567',
        avatar: 'https://www.example.com/avatar_image.jpg',
        signed_up_at: 1571672154,
        last_seen_at: 1571672155,
        owner_id: admin,
        unsubscribed_from_emails: true,
        language_override: 'fr',
        custom_attributes: { plan: 'pro' },
        companies: [{ company_id: '6', name: 'Blue Sun' }, { company_id: '7' }, { company_id: 6 }],
        tags: {
          add: [{ id: one }, { id: '999999' }, { id: 'x' }, { id: Number(two) }, { id: one }],
          remove: [{ id: one }],
        },
        id: 'ignored',
        email_verified: true,
        color: 'red',
      },
    ],
  })
  assert.equal((await finished(job)).state, 'completed')
  const { body } = await client.get('/contacts/find_by_external_id/abc123')
  assert.deepEqual(
    [body.email, body.name, body.role, body.phone, body.avatar.image_url, body.signed_up_at, body.last_seen_at],
    [
      'joe@bloggs.com',
      'Joe Bloggs',
      'user',
      '+353871234567',
      'https://www.example.com/avatar_image.jpg',
      1571672154,
      1571672155,
    ],
  )
  assert.deepEqual(
    [body.owner_id, body.unsubscribed_from_emails, body.language_override, body.custom_attributes],
    [admin, true, 'fr', { plan: 'pro' }],
  )
  const companies = (await client.get(`/contacts/${body.id}/companies`)).body.data
  assert.deepEqual(
    companies.map((company: any) => [company.company_id, company.name, company.user_count]),
    [
      ['6', 'Blue Sun', 1],
      ['7', undefined, 1],
    ],
  )
  assert.equal(companies[0].id, known.id)
  assert.equal((await client.get('/companies')).body.total_count, 2)
  const tags = (await client.get(`/contacts/${body.id}/tags`)).body.data
  assert.deepEqual(
    tags.map((tag: any) => [tag.id, tag.applied_by.id]),
    [
      [one, admin],
      [two, admin],
    ],
  )
  assert.deepEqual((await topics()).slice(before).toSorted(), [
    'company.contact.attached',
    'company.contact.attached',
    'company.created',
    'company.updated',
    'contact.user.created',
    'contact.user.tag.created',
    'contact.user.tag.created',
  ])
})

test('an item that the single operation refuses is refused whole, and the others are created', async () => {
  const { client, finished, refused, topics } = await bulkScene(app)
  await client.post('/contacts', { external_id: 'taken' })
  await client.post('/contacts', { email: 'taken@example.com' })
  const archived = (await client.post('/contacts', { external_id: 'archived' })).body
  await client.post(`/contacts/${archived.id}/archive`)
  const before = (await topics()).length
  const job = await client.post('/contacts/bulk', {
    contacts: [
      { external_id: 'taken', name: 'Not written', companies: [{ company_id: 'never made' }] },
      { email: 'TAKEN@example.com' },
      { external_id: 'archived' },
      { external_id: 'new', companies: [{ company_id: 'made' }] },
      { external_id: 'new' },
      { role: 'lead', email: 'taken@example.com' },
      {},
      { external_id: 'x', name: 5 },
      { external_id: 'x', email: 'no address' },
      { external_id: 'x', custom_attributes: { unknown: 1 } },
      { external_id: 'x', owner_id: '1' },
      { external_id: 'x', companies: [{ name: 'Nameless' }] },
      { external_id: 'x', companies: 'x' },
      { external_id: 'x', tags: { add: 'x' } },
      { external_id: 'x', role: 'visitor' },
    ],
  })
  assert.equal((await finished(job)).state, 'completed_with_errors')
  assert.deepEqual(errors(await refused()), [
    [0, 'conflict'],
    [1, 'conflict'],
    [2, 'conflict'],
    [4, 'conflict'],
    [6, 'parameter_not_found'],
    [7, 'parameter_invalid'],
    [8, 'parameter_invalid'],
    [9, 'parameter_invalid'],
    [10, 'parameter_invalid'],
    [11, 'parameter_not_found'],
    [12, 'parameter_invalid'],
    [13, 'parameter_invalid'],
    [14, 'parameter_invalid'],
  ])
  const [first] = await refused()
  assert.match(first!.error_message, /^A contact matching those details already exists with id=[0-9a-f]{24}$/)
  assert.deepEqual((await topics()).slice(before).toSorted(), [
    'company.contact.attached',
    'company.created',
    'contact.lead.created',
    'contact.user.created',
  ])
  assert.equal((await client.get('/companies?company_id=never%20made')).status, 404)
  const { body } = await client.get('/contacts')
  assert.equal(body.total_count, body.data.length)
  assert.ok(!body.data.some((contact: any) => contact.name === 'Not written'))
  assert.equal((await app.db`select from bulk_items where details is not null and error_code is not null`).length, 0)
})

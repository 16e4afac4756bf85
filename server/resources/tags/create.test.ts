import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testApp } from '../../test/app.ts'
import { isFrom, SAMPLED_VERSIONS } from '../../test/sampled-versions.ts'

const app = await testApp()
const client = app.client()
let made = 0
const createContact = async (details: object = {}) =>
  (await client.post('/contacts', { external_id: `tagged ${++made}`, ...details })).body
const createCompany = async () =>
  (await client.post('/companies', { company_id: `tagged-${++made}`, name: 'Tagged' })).body
const tagsOf = async (kind: 'contacts' | 'companies', id: string) => {
  const [row] = await app.db<{ tag_ids: number[]; linked: number[] }[]>`
    select c.tag_ids, array(
      select tag_id from ${app.db(kind === 'contacts' ? 'contact_tags' : 'company_tags')} l
      where l.workspace_id = c.workspace_id and ${app.db(kind === 'contacts' ? 'contact_id' : 'company_id')} = c.id
      order by tag_id) as linked
    from ${app.db(kind)} c where c.workspace_id = ${app.workspace.id} and c.id = ${id}`
  assert.deepEqual(row!.tag_ids.toSorted(), row!.linked, 'the list repeats the link rows')
  return row!.tag_ids.map(String)
}
const topics = async (contactId: string) =>
  (
    await app.db<{ topic: string }[]>`
      select topic from events where workspace_id = ${app.workspace.id} and item->'contact'->>'id' = ${contactId}
      order by id`
  ).map(({ topic }) => topic)

describe('POST /tags', () => {
  test('a name makes a tag, and answers the same tag whatever its letter case', async () => {
    const tag = await client.post('/tags', { name: '  Wholesale ' })
    assert.equal(tag.status, 200)
    assert.equal(tag.body.name, 'Wholesale')
    const again = await client.post('/tags', { name: 'WHOLESALE' })
    assert.deepEqual(again.body, tag.body)
  })

  test('parallel creations of one name make one tag', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => client.post('/tags', { name: 'At once' })))
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([200]))
    assert.equal(new Set(replies.map(({ body }) => body.id)).size, 1)
  })

  test('an id and a name rename', async () => {
    const { body: tag } = await client.post('/tags', { name: 'Befor' })
    const renamed = await client.post('/tags', { id: Number(tag.id), name: 'Before' })
    assert.equal(renamed.body.id, tag.id)
    assert.equal((await client.get(`/tags/${tag.id}`)).body.name, 'Before')
    assert.equal((await client.post('/tags', { id: '1', name: 'Nobody' })).body.errors[0].message, 'Resource Not Found')
  })

  test('people are tagged by id, user_id and email, and untagged again', async () => {
    const [byId, byUserId] = [await createContact(), await createContact({ external_id: 'by user_id' })]
    const byEmail = await createContact({ email: 'By.Email@example.com' })
    const { body: lead } = await client.post('/contacts', { role: 'lead' })
    const users = [
      { id: byId.id },
      { user_id: 'by user_id' },
      { email: 'by.email@EXAMPLE.com' },
      { id: lead.id, untag: false },
    ]
    const { body: tag } = await client.post('/tags', { name: 'People', users })
    const ids = [byId, byUserId, byEmail, lead].map(({ id }) => id)
    assert.deepEqual(
      tag.users,
      ids.map((id) => ({ id, tagged: true })),
    )
    for (const id of ids) assert.deepEqual(await tagsOf('contacts', id), [tag.id])
    await client.post('/tags', { name: 'People', users: users.slice(0, 2) })
    const untagged = await client.post('/tags', { name: 'people', users: ids.map((id) => ({ id, untag: true })) })
    assert.deepEqual(
      untagged.body.users,
      ids.map((id) => ({ id, tagged: false })),
    )
    for (const id of ids) assert.deepEqual(await tagsOf('contacts', id), [])
    assert.deepEqual(await topics(byId.id), ['contact.user.tag.created', 'contact.user.tag.deleted'])
    assert.deepEqual(await topics(lead.id), ['contact.lead.tag.created', 'contact.lead.tag.deleted'])
  })

  test('companies are tagged and untagged by id and company_id, and are called what the request calls them', async () => {
    const [one, two] = [await createCompany(), await createCompany()]
    const companies = [{ id: one.id }, { company_id: two.company_id }]
    const { body: tag } = await client.post('/tags', { name: 'Companies', companies })
    assert.deepEqual(tag.users, [])
    assert.deepEqual(tag.companies, [
      { id: one.id, tagged: true },
      { id: two.company_id, tagged: true },
    ])
    assert.deepEqual(await tagsOf('companies', two.id), [tag.id])
    const untagged = await client.post('/tags', { id: tag.id, companies: [{ ...companies[1], untag: true }] })
    assert.deepEqual(untagged.body.companies, [{ id: two.company_id, tagged: false }])
    assert.deepEqual(await tagsOf('companies', one.id), [tag.id])
    assert.deepEqual(await tagsOf('companies', two.id), [])
  })

  test('missing records are skipped, and are not in the answer', async () => {
    const contact = await createContact()
    const { body, status } = await client.post('/tags', {
      name: 'Some',
      users: [{ id: '123' }, { id: contact.id }, { email: 'nobody@example.com' }],
      companies: [{ company_id: '123' }],
    })
    assert.equal(status, 200)
    assert.deepEqual(body.users, [{ id: contact.id, tagged: true }])
    assert.deepEqual(body.companies, [])
  })

  test('before 2.16 one that does not exist answers 404, and nothing is changed', async () => {
    const contact = await createContact()
    const old = app.client({ version: '2.15' })
    const noUser = await old.post('/tags', { name: 'All or none', users: [{ id: contact.id }, { id: '123' }] })
    assert.equal(noUser.status, 404)
    assert.deepEqual(noUser.body.errors, [{ code: 'not_found', message: 'User Not Found' }])
    const noCompany = await old.post('/tags', {
      name: 'All or none',
      users: [{ id: contact.id }],
      companies: [{ company_id: '123' }],
    })
    assert.deepEqual(noCompany.body.errors, [{ code: 'company_not_found', message: 'Company Not Found' }])
    assert.deepEqual(await tagsOf('contacts', contact.id), [])
    const { body } = await client.get('/tags')
    assert.equal(
      body.data.some((tag: { name: string }) => tag.name === 'All or none'),
      false,
    )
  })

  test('all other bodies answer one and the same error', async () => {
    const contact = await createContact()
    for (const body of [
      {},
      { test: 'invalid' },
      { name: ' ' },
      { name: 5 },
      { name: 'x'.repeat(256) },
      { id: '5' },
      { id: {}, name: 'x' },
      { name: 'x', users: {} },
      { name: 'x', users: ['5'] },
      { name: 'x', users: [{}] },
      { name: 'x', users: [{ id: ['5'] }] },
      { name: 'x', users: [{ id: contact.id, untag: 'yes' }] },
      { name: 'x', companies: [{ name: 'Acme' }] },
      { name: 'x', companies: [null] },
    ]) {
      const reply = await client.post('/tags', body)
      assert.equal(reply.status, 400, JSON.stringify(body))
      assert.deepEqual(reply.body.errors, [{ code: 'parameter_invalid', message: 'invalid tag parameters' }])
    }
  })

  test("another workspace's people, companies and tags do not exist", async () => {
    const contact = await createContact()
    const { body: tag } = await client.post('/tags', { name: 'Ours' })
    const other = await app.createWorkspace()
    const stranger = app.client({ token: other.token })
    const { body } = await stranger.post('/tags', { name: 'ours', users: [{ id: contact.id }] })
    assert.notEqual(body.id, tag.id)
    assert.deepEqual(body.users, [])
    assert.equal((await stranger.post('/tags', { id: tag.id, name: 'Theirs' })).status, 404)
    assert.deepEqual(await tagsOf('contacts', contact.id), [])
  })

  for (const version of SAMPLED_VERSIONS)
    test(`tags conform in ${version}`, async () => {
      const [contact, company] = [await createContact(), await createCompany()]
      const versioned = app.client({ version })
      const { body: tag } = await versioned.post('/tags', { name: `conforms in ${version}` })
      await versioned.post('/tags', { id: tag.id, name: `Conforms in ${version}` })
      await versioned.post('/tags', { name: tag.name, users: [{ id: contact.id }], companies: [{ id: company.id }] })
      await versioned.post('/tags', { name: tag.name, companies: [{ id: company.id, untag: true }] })
      const applied = await versioned.post(`/contacts/${contact.id}/tags`, { id: tag.id })
      assert.equal(applied.status, 200)
      assert.deepEqual((await versioned.get(`/contacts/${contact.id}/tags`)).body.data, [applied.body])
      assert.equal((await versioned.get('/tags')).status, 200)
      assert.equal((await versioned.get(`/tags/${tag.id}`)).status, 200)
      assert.equal((await versioned.delete(`/contacts/${contact.id}/tags/${tag.id}`)).status, 200)
      assert.equal((await versioned.delete(`/tags/${tag.id}`)).status, 200)
      assert.equal('users' in tag, isFrom('2.16', version))
    })
})

test('renaming to the name of another tag answers that one, and changes neither', async () => {
  const make = async (name: string) => (await client.post('/tags', { name })).body
  const [taken, other] = [await make('Taken'), await make('Other')]
  const reply = await client.post('/tags', { id: other.id, name: 'taken' })
  assert.deepEqual([reply.status, reply.body.id, reply.body.name], [200, taken.id, 'Taken'])
  assert.equal((await client.get(`/tags/${other.id}`)).body.name, 'Other')
  assert.equal((await client.post('/tags', { id: '999999', name: 'taken' })).status, 404)
})

test('tagging and untagging move updated_at of a contact and of a company', async () => {
  const contact = (await client.post('/contacts', { external_id: 'moves' })).body
  const company = (await client.post('/companies', { company_id: 'moves' })).body
  const tag = (await client.post('/tags', { name: 'Moving' })).body
  const updated = async () =>
    Promise.all(
      [`/contacts/${contact.id}`, `/companies/${company.id}`].map(
        async (path) => (await client.get(path)).body.updated_at,
      ),
    )
  for (const untag of [false, true]) {
    app.clock.advance(60)
    const now = app.clock.now().getTime() / 1000
    await client.post('/tags', { name: 'Moving', users: [{ id: contact.id, untag }] })
    await client.post('/tags', { name: 'Moving', companies: [{ id: company.id, untag }] })
    assert.deepEqual(await updated(), [now, now])
  }
  app.clock.advance(60)
  await client.post(`/contacts/${contact.id}/tags`, { id: tag.id })
  await client.delete(`/contacts/${contact.id}/tags/${tag.id}`)
  assert.equal((await updated())[0], app.clock.now().getTime() / 1000)
})

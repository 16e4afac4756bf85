import assert from 'node:assert/strict'
import { test } from 'node:test'
import v4 from 'intercom-client-v4'
import { connect, createUser, habits, refusal, walk, type Client } from './v4-session.ts'

const { Operators, Order, Role, SearchContactOrderBy } = v4
/** First words of the names, by which these tests tell their users apart. */
const firstNames = (page: { data: { name: string }[] }) => page.data.map(({ name }) => name.split(' ')[0]!)
const ids = (things: { id: string }[]) => things.map(({ id }) => id)

for (const habit of habits) {
  const { name, served } = habit

  test(`${name} is answered in ${served}`, async () => {
    const { client, adminId } = await connect(habit)
    const { data, headers } = await client.axiosInstance.get('/me')
    assert.equal(headers['intercom-version'], served)
    assert.equal(data.id, adminId)
  })

  test(`${name} lists and finds admins, and sets them away`, async () => {
    const { client, adminId } = await connect(habit)
    const { admins } = await client.admins.list()
    assert.ok(ids(admins).includes(adminId))
    const away = await client.admins.away({ adminId, enableAwayMode: true, enableReassignMode: true })
    assert.equal(away.away_mode_enabled, true)
    const found = await client.admins.find({ id: adminId })
    assert.deepEqual([found.email, found.away_mode_reassign], ['olive@example.com', true])
    await assert.rejects(client.admins.find({ id: '999999999' }), refusal(404, 'admin_not_found'))
    client.useRequestOpts({ auth: { username: 'nonsense', password: '' } })
    await assert.rejects(client.admins.list(), refusal(401, 'unauthorized', /Access Token Invalid/))
  })

  test(`${name} creates, finds, updates and deletes contacts`, async () => {
    const { client, adminId, now } = await connect(habit)
    const ada = await createUser(client, 'ada')
    assert.deepEqual([ada.role, ada.external_id, ada.email], ['user', 'ada', 'ada@example.com'])
    const lead = await client.contacts.createLead({ name: 'Lena', signedUpAt: now })
    assert.deepEqual([lead.role, lead.name, lead.signed_up_at], ['lead', 'Lena', now])
    const promoted = await client.contacts.update({ id: lead.id, role: Role.USER, email: 'lena@example.com' })
    assert.deepEqual([promoted.id, promoted.role], [lead.id, 'user'])
    await client.contacts.update({ id: ada.id, ownerId: Number(adminId), isUnsubscribedFromMails: true })
    const found = await client.contacts.find({ id: ada.id })
    assert.deepEqual([Number(found.owner_id), found.unsubscribed_from_emails], [Number(adminId), true])

    const { id } = ada
    const deleted = await client.contacts.delete({ id })
    assert.deepEqual([deleted.id, deleted.deleted], [id, true])
    await assert.rejects(client.contacts.find({ id }), refusal(404, 'not_found'))
    const again = await createUser(client, 'ada')
    await assert.rejects(createUser(client, 'ada'), refusal(409, 'conflict', new RegExp(`id=${again.id}$`)))
  })

  test(`${name} archives contacts and brings them back, with the type of a form that it does not send`, async () => {
    const { client } = await connect(habit)
    const { id } = await createUser(client, 'ada')
    assert.equal((await client.contacts.archive({ id })).archived, true)
    assert.deepEqual((await client.contacts.list({})).data, [])
    assert.equal((await client.contacts.unarchive({ id })).archived, false)
    assert.deepEqual(ids((await client.contacts.list({})).data), [id])
  })

  test(`${name} walks contacts, and searches them with groups in groups`, async () => {
    const { client } = await connect(habit)
    for (const who of ['ada', 'adam', 'bob', 'cai', 'dee']) await createUser(client, who)
    const list = (startingAfter?: string) =>
      client.contacts.list({ perPage: 2, ...(startingAfter && { startingAfter }) })
    const pages = await walk(list, firstNames)
    assert.deepEqual(
      pages.map((page) => page.length),
      [2, 2, 1],
    )
    assert.deepEqual(pages.flat().sort(), ['ada', 'adam', 'bob', 'cai', 'dee'])

    const first = { field: 'name', operator: Operators.STARTS_WITH, value: 'ada' }
    const second = { field: 'email', operator: Operators.EQUALS, value: 'cai@example.com' }
    const search = (starting_after?: string) =>
      client.contacts.search({
        data: {
          query: {
            operator: Operators.AND,
            value: [
              { field: 'role', operator: Operators.EQUALS, value: 'user' },
              { operator: Operators.OR, value: [first, second] },
            ],
          },
          pagination: { per_page: 1, ...(starting_after && { starting_after }) },
          sort: { field: 'name', order: SearchContactOrderBy.ASC },
        },
      })
    assert.deepEqual(await walk(search, firstNames), [['ada'], ['adam'], ['cai']])
    const query = { field: 'shoe_size', operator: Operators.EQUALS, value: 'x' }
    await assert.rejects(client.contacts.search({ data: { query } }), refusal(400, 'invalid_field', /shoe_size/))
  })

  test(`${name} merges a lead into a user of the same address`, async () => {
    const { client } = await connect(habit)
    const ada = await createUser(client, 'ada')
    const lead = await client.contacts.createLead({ email: 'ada@example.com', phone: '+353871234567' })
    const merged = await client.contacts.mergeLeadInUser({ leadId: lead.id, userId: ada.id })
    assert.deepEqual([merged.id, merged.role, merged.phone], [ada.id, 'user', '+353871234567'])
    assert.deepEqual(ids((await client.contacts.list({})).data), [ada.id])
  })

  test(`${name} creates, finds, updates and deletes companies`, async () => {
    const { client, now } = await connect(habit)
    const created = await createCompany(client, 'acme', now)
    assert.deepEqual([created.company_id, created.remote_created_at], ['acme', now])
    assert.equal((await createCompany(client, 'acme', now)).id, created.id)
    const { id } = created
    const updated = await client.companies.update({ ...COMPANY, companyId: id, createdAt: now, name: 'Acme Inc' })
    assert.deepEqual([updated.id, updated.name, updated.monthly_spend], [id, 'Acme Inc', 9001])
    assert.equal((await client.companies.find({ companyId: 'acme' })).id, id)
    assert.equal((await client.companies.find({ name: 'Acme Inc' })).id, id)
    assert.deepEqual(await client.companies.delete({ id }), { id, object: 'company', deleted: true })
    await assert.rejects(client.companies.find({ companyId: 'acme' }), refusal(404, 'company_not_found'))
  })

  test(`${name} lists, scrolls, attaches and detaches companies`, async () => {
    const { client, now } = await connect(habit)
    const { id: contactId } = await createUser(client, 'ada')
    const companyIds: string[] = []
    for (const companyId of ['acme', 'bolt', 'cogs']) {
      const { id } = await createCompany(client, companyId, now)
      assert.equal((await client.companies.attachContact({ contactId, companyId: id })).id, id)
      companyIds.push(id)
    }
    const listed = await client.companies.list({ page: 1, perPage: 2, order: Order.DESC })
    assert.equal(listed.data.length, 2)
    // The next page is named by its whole address.
    const next = await client.nextPage<typeof listed>(listed.pages as unknown as { next: string })
    assert.deepEqual(ids([...listed.data, ...next.data]).sort(), companyIds.toSorted())
    const scrolled = (await client.companies.scroll.each({})) as unknown as { id: string }[]
    assert.deepEqual(ids(scrolled).sort(), companyIds.toSorted())

    const ofContact = await client.contacts.listAttachedCompanies({ id: contactId, page: 1, perPage: 50 })
    assert.deepEqual(ids(ofContact.data), companyIds)
    const companyId = companyIds[0]!
    const contacts = await client.companies.listAttachedContacts({ companyId, page: 1, perPage: 25 })
    assert.deepEqual(ids(contacts.data), [contactId])
    assert.ok(Array.isArray((await client.companies.listAttachedSegments({ companyId })).data))
    assert.equal((await client.companies.detachContact({ contactId, companyId })).id, companyId)
    assert.deepEqual((await client.companies.listAttachedContacts({ companyId })).data, [])
  })

  test(`${name} writes notes, and lists segments`, async () => {
    const { client, adminId } = await connect(habit)
    const { id: contactId } = await createUser(client, 'ada')
    const note = await client.notes.create({ adminId, body: 'one', contactId })
    await client.notes.create({ adminId, body: 'two', contactId })
    assert.equal((await client.notes.find({ id: note.id })).body, '<p>one</p>')
    const listed = await client.notes.list({ contactId, page: 1, perPage: 1 })
    assert.deepEqual([listed.data.length, listed.total_count], [1, 2])
    const { segments } = await client.segments.list({ includeCount: true })
    assert.ok(segments.every(({ count }) => Number.isInteger(count)))
    const { data } = await client.contacts.listAttachedSegments({ id: contactId })
    assert.equal((await client.segments.find({ id: data[0]!.id, includeCount: true })).name, 'New')
  })

  test(`${name} makes tags, and puts them on contacts and companies`, async () => {
    const { client, now } = await connect(habit)
    const { id: contactId } = await createUser(client, 'ada')
    const { id: companyId } = await createCompany(client, 'acme', now)
    const { id } = await client.tags.create({ name: 'VIP' })
    assert.equal((await client.tags.update({ id, name: 'Very important' })).id, id)
    const tags = async () => {
      const { data } = (await client.contacts.listAttachedTags({ id: contactId })) as unknown as {
        data: { id: string }[]
      }
      return ids(data)
    }
    await client.tags.tagContact({ contactId, tagId: id })
    assert.deepEqual(await tags(), [id])
    assert.equal((await client.tags.untagContact({ contactId, tagId: id })).id, id)
    assert.deepEqual(await tags(), [])

    const tagged = async () =>
      ids((await client.companies.find({ companyId: 'acme' })).tags.tags as unknown as { id: string }[])
    const partner = await client.tags.tagCompanies({ tagName: 'Partner', companiesIds: [companyId] })
    assert.deepEqual(await tagged(), [partner.id])
    await client.tags.untagCompanies({ tagName: 'Partner', companiesIds: [companyId] })
    assert.deepEqual(await tagged(), [])
    await client.tags.delete({ id })
    assert.deepEqual(ids((await client.tags.list()).data), [partner.id])
  })
}

const COMPANY = {
  name: 'Acme',
  monthlySpend: 9001,
  plan: 'Gold',
  size: 40,
  website: 'https://acme.example',
  industry: 'Anvils',
  customAttributes: {},
}

const createCompany = (client: Client, companyId: string, createdAt: number) =>
  client.companies.create({ ...COMPANY, companyId, createdAt })

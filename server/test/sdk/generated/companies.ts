import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Intercom, IntercomClient } from 'intercom-client'
import { all, connect, createUser, refusal, type Sdk } from './session.ts'

export function companyTests(sdk: Sdk): void {
  const { IntercomError } = sdk
  const { BadRequestError, NotFoundError } = sdk.Intercom

  test(`${sdk.name} creates, finds and deletes companies`, async () => {
    const { client, now } = await connect(sdk)
    const company = await client.companies.createOrUpdate({
      company_id: 'acme',
      name: 'Acme',
      plan: 'Gold',
      monthly_spend: 120,
      size: 40,
      website: 'https://acme.example',
      industry: 'Anvils',
      remote_created_at: now - 86_400,
    })
    assert.equal(company.type, 'company')
    assert.equal(company.company_id, 'acme')
    assert.equal(company.plan?.name, 'Gold')
    assert.equal(company.remote_created_at, now - 86_400)
    const again = await client.companies.createOrUpdate({ company_id: 'acme', name: 'Acme Ltd' })
    assert.equal(again.id, company.id)

    const found = await client.companies.find({ company_id: company.id })
    assert.deepEqual(
      [found.name, found.monthly_spend, found.size, found.website, found.industry],
      ['Acme Ltd', 120, 40, 'https://acme.example', 'Anvils'],
    )
    // By what the caller calls it, the answer is the company, no list.
    for (const by of [{ company_id: 'acme' }, { name: 'Acme Ltd' }]) {
      const retrieved = (await client.companies.retrieve(by)) as unknown as Intercom.Company
      assert.equal(retrieved.id, company.id)
    }

    const deleted = await client.companies.delete({ company_id: company.id })
    assert.deepEqual(deleted, { id: company.id, object: 'company', deleted: true })
    const gone = refusal(NotFoundError, 404, 'company_not_found')
    await assert.rejects(client.companies.find({ company_id: company.id }), gone)
    await assert.rejects(client.companies.retrieve({ company_id: 'acme' }), gone)
    const unknown = { company_id: 'bolt', test: true } as Intercom.CreateOrUpdateCompanyRequest
    await assert.rejects(client.companies.createOrUpdate(unknown), refusal(BadRequestError, 400, 'bad_request'))
  })

  test(`${sdk.name} attaches companies to contacts, and lists each at the other`, async () => {
    const { client } = await connect(sdk)
    const { contactId, ids } = await threeCompanies(client)
    const listed = await client.contacts.listAttachedCompanies({ contact_id: contactId, per_page: 2 })
    // This client looks for them in a key of another name.
    const { data, total_count } = listed.response as { data?: Intercom.Company[]; total_count?: number }
    assert.deepEqual(
      data?.map(({ id }) => id),
      ids.slice(0, 2),
    )
    assert.equal(total_count, 3)

    const company_id = ids[0]!
    const contacts = await client.companies.listAttachedContacts({ company_id })
    assert.deepEqual(
      contacts.data?.map(({ id }) => id),
      [contactId],
    )
    const segments = await client.companies.listAttachedSegments({ company_id })
    assert.equal(segments.type, 'list')
    assert.ok(segments.data!.every(({ type }) => type === 'segment'))

    const detached = await client.companies.detachContact({ contact_id: contactId, company_id })
    assert.equal(detached.id, company_id)
    assert.deepEqual((await client.companies.listAttachedContacts({ company_id })).data, [])
    const unknown = client.companies.attachContact({ contact_id: contactId, id: '0123456789abcdef01234567' })
    await assert.rejects(unknown, refusal(NotFoundError, 404, 'company_not_found'))
  })

  test(`${sdk.name} walks the list of companies page by page`, async () => {
    const { client } = await connect(sdk)
    const { ids } = await threeCompanies(client)
    const page = await client.companies.list({ page: 1, per_page: 2, order: 'desc' })
    assert.equal(page.data.length, 2)
    assert.equal(page.response.total_count, 3)
    const walked = await all(page)
    assert.deepEqual(walked.map(({ id }) => id).sort(), ids.sort())
  })

  test(`${sdk.name} scrolls over all companies`, async () => {
    const { client } = await connect(sdk)
    const { ids } = await threeCompanies(client)
    const seen: string[] = []
    const scroll = async () => {
      for await (const { id } of await client.companies.scroll()) seen.push(id)
    }
    // The last, empty page bears the scroll's name too, so this iterator asks once more than there is.
    await assert.rejects(scroll, refusal(IntercomError, 404, 'not_found', /scroll parameter not found/))
    assert.deepEqual(seen.sort(), ids.sort())
  })
}

/** A contact, and three companies that it is attached to in this order. */
async function threeCompanies(client: IntercomClient): Promise<{ contactId: string; ids: string[] }> {
  const { id: contactId } = await createUser(client, 'ada')
  const ids: string[] = []
  for (const company_id of ['acme', 'bolt', 'cogs']) {
    const { id } = await client.companies.createOrUpdate({ company_id, name: company_id })
    const attached = await client.companies.attachContact({ contact_id: contactId, id })
    assert.equal(attached.id, id)
    ids.push(id)
  }
  return { contactId, ids }
}

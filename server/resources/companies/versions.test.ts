/** Every operation of companies, as each version answers it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../test/app.ts'

const app = await testApp()

for (const version of ['2.7', '2.10', '2.11', '2.13', '2.14', '2.15', '2.16', '2.18', 'Preview'])
  test(`companies conform in ${version}`, async () => {
    const client = app.client({ version })
    const created = await client.post('/companies', {
      company_id: `conforms in ${version}`,
      name: 'Kestrel Labs',
      plan: 'Pro',
      size: 140,
      website: 'https://kestrel.example',
      industry: 'Software',
      monthly_spend: 12,
      remote_created_at: 1374138000,
    })
    assert.equal(created.status, 200, created.text)
    const { id } = created.body
    const contact = (await client.post('/contacts', { external_id: `of ${version}` })).body
    const replies = [
      await client.post(`/contacts/${contact.id}/companies`, { id }),
      await client.get(`/contacts/${contact.id}/companies`),
      await client.get(`/companies/${id}`),
      await client.put(`/companies/${id}`, { name: 'Kestrel' }),
      await client.get('/companies'),
      await client.get(`/companies?company_id=${encodeURIComponent(`conforms in ${version}`)}`),
      await client.post('/companies/list?per_page=1'),
      await client.get('/companies/scroll'),
      await client.get(`/companies/${id}/contacts`),
      await client.get(`/companies/${id}/segments`),
      await client.delete(`/contacts/${contact.id}/companies/${id}`),
      await client.delete(`/companies/${id}`),
    ]
    for (const reply of replies) assert.equal(reply.status, 200, reply.text)
    for (const path of ['', '/contacts', '/segments'])
      assert.equal((await client.get(`/companies/${id}${path}`)).body.errors[0].code, 'company_not_found')
  })

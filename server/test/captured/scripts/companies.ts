import { made, type Actor, type Script } from './script.ts'

const create = (actor: Actor, more: object = {}) =>
  actor.client.post('/companies', { company_id: 'test-company-001', name: 'Example Ltd', ...more })

/** A company that one contact belongs to: lists have such companies only. */
async function staffed(actor: Actor, company_id: string): Promise<any> {
  const company = await made(create(actor, { company_id }))
  const contact = await made(
    actor.client.post('/contacts', {
      role: 'user',
      external_id: crypto.randomUUID(),
      email: `${company_id}@example.com`,
    }),
  )
  await made(actor.client.post(`/contacts/${contact.id}/companies`, { id: company.id }))
  return company
}

const tag = ({ client }: Actor, id: string) => client.post('/tags', { name: 'Test', companies: [{ id }] })

const scroll = ({ client }: Actor, query = '') => client.get(`/companies/scroll?per_page=100${query}`)

export const companies: Record<string, Script> = {
  'create-company': (actor) =>
    create(actor, { plan: 'Enterprise', website: 'https://example.com', industry: 'Technology' }),
  'get-company': async (actor) => actor.client.get(`/companies/${(await staffed(actor, '1')).id}`),
  'update-company': async (actor) => {
    const { id } = await made(create(actor))
    return actor.client.put(`/companies/${id}`, { name: 'Example', plan: 'Premium', website: 'https://example.com' })
  },
  'delete-company': async (actor) => actor.client.delete(`/companies/${(await made(create(actor))).id}`),
  'list-companies': async (actor) => {
    for (const id of ['1', '2', '3', '4']) await staffed(actor, id)
    return actor.client.get('/companies')
  },
  'list-company-contacts': async (actor) => {
    const { id } = await staffed(actor, '1')
    const [contact] = (await made(actor.client.get(`/companies/${id}/contacts`))).data
    const seen = Math.floor(actor.app.clock.now().getTime() / 1000)
    await made(actor.client.put(`/contacts/${contact.id}`, { name: 'Ada', signed_up_at: seen, last_seen_at: seen }))
    return actor.client.get(`/companies/${id}/contacts?page=1&per_page=50`)
  },
  'companies#1': async (actor) => {
    const { id } = await staffed(actor, '1')
    await made(tag(actor, id))
    for (const other of ['2', '3', '4', '5']) await staffed(actor, other)
    return scroll(actor)
  },
  'companies#2': async (actor) => {
    await staffed(actor, '1')
    const { scroll_param } = await made(scroll(actor))
    return scroll(actor, `&scroll_param=${scroll_param}`)
  },
  'tag-companies': async (actor) => tag(actor, (await staffed(actor, '1')).id),
}

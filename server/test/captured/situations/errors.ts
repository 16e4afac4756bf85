import { testApp, type Client, type Reply } from '../../app.ts'
import type { Situation, Stage } from '../stage.ts'

/** The answer, whose status must be the captured one. */
const refused = (version: string, status: number, act: (stage: Stage) => Promise<Reply>): Situation => ({
  version,
  async act(stage) {
    const reply = await act(stage)
    if (reply.status !== status) throw new Error(`${reply.status} ${reply.text}, captured: ${status}`)
    return reply
  },
})

/** Answers of a server with the limits of the hosted product. */
async function limited(send: (client: Client) => Promise<Reply>): Promise<Reply> {
  const app = await testApp({ limits: 'intercom' })
  return send(app.client({ version: '2.11' }))
}

const anyUser = { external_id: '22', email: 'carl@example.com' }

export const errors: Record<string, Situation> = {
  'A-POST-companies-list-none': refused('2.11', 400, ({ client }) => client.get('/companies?per_page=1000')),
  'A-406': refused('2.11', 406, ({ scene, workspace }) =>
    scene.client({ token: workspace.token, headers: { accept: 'text/html' } }).get('/admins'),
  ),
  R62: refused('2.11', 401, ({ scene }) => scene.client({ token: 'wrong' }).get('/admins')),
  R63: refused('2.11', 429, () =>
    limited(async (client) => {
      for (let requests = 0; requests < 2000; requests++) {
        const reply = await client.get('/admins/1')
        if (reply.status === 429) return reply
      }
      throw new Error('nothing was refused')
    }),
  ),
  R67: refused('2.7', 404, async ({ client, send }) => {
    const { id } = await send('post', '/contacts', anyUser)
    await send('delete', `/contacts/${id}`)
    return client.get(`/contacts/${id}`)
  }),
  R68: refused('2.7', 409, async ({ client, send }) => {
    const { id } = await send('post', '/contacts', anyUser)
    await send('post', `/contacts/${id}/archive`)
    return client.post('/contacts', anyUser)
  }),
  R71: refused('2.7', 400, async ({ client, send }) => {
    const { id } = await send('post', '/contacts', { ...anyUser, role: 'user' })
    return client.put(`/contacts/${id}`, { role: 'lead' })
  }),
  R72: refused('2.11', 400, () =>
    limited(async (client) => {
      const company = await client.post('/companies', { company_id: '1', name: 'Example Ltd' })
      const contact = await client.post('/contacts', anyUser)
      await client.post(`/contacts/${contact.body.id}/companies`, { id: company.body.id })
      await client.get('/companies/scroll')
      return client.get('/companies/scroll')
    }),
  ),
  R73: refused('2.11', 404, ({ client }) => client.get('/companies/scroll?scroll_param=nothing')),
  R74: refused('2.16', 400, ({ client }) =>
    client.post('/contacts/search', {
      query: { field: 'role', operator: '=', value: 'user' },
      sort: { field: 'created_at', order: 'desc' },
    }),
  ),
  R76: refused('2.16', 422, ({ client }) => client.get('/data_attributes?model=conversation')),
  R78: refused('9.9', 400, ({ client }) => client.get('/admins')),
}

import { made, type Actor, type Script } from './script.ts'

const person = ({ client }: Actor, more: object = {}) =>
  made(client.post('/contacts', { role: 'user', email: 'ada@example.com', name: 'Ada', ...more }))

const company = ({ client }: Actor) => made(client.post('/companies', { company_id: '1', name: 'Example Ltd' }))

const named = (actor: Actor, name: string) => person(actor, { email: `${name}@example.com` })

async function attach(actor: Actor, contact: string): Promise<void> {
  const { id } = await company(actor)
  await made(actor.client.post(`/contacts/${contact}/companies`, { id }))
}

const tagged = ({ client }: Actor, id: string) => made(client.post('/tags', { name: 'Test', users: [{ id }] }))

/** A user with a company, as a new workspace has. */
async function member(actor: Actor, email: string): Promise<any> {
  const seen = Math.floor(actor.app.clock.now().getTime() / 1000)
  const external_id = crypto.randomUUID()
  const one = await person(actor, { email, external_id, signed_up_at: seen, last_seen_at: seen })
  await attach(actor, one.id)
  return one
}

/** Four members, so that every one of the first four has a company. */
const members = async (actor: Actor) => {
  for (const name of ['ada', 'bea', 'carl', 'dora']) await member(actor, `${name}@example.com`)
}

const converse = ({ client }: Actor, id: string) =>
  made(client.post('/conversations', { from: { type: 'user', id }, body: 'Hello' }))

/** A teammate writes. */
const write = ({ client, adminId }: Actor, id: string) =>
  made(
    client.post('/messages', {
      message_type: 'inapp',
      body: 'Hi',
      from: { type: 'admin', id: adminId },
      to: { type: 'contact', id },
    }),
  )

async function exchange(actor: Actor, id: string): Promise<void> {
  await converse(actor, id)
  await write(actor, id)
}

const note = ({ client }: Actor, id: string) => client.post(`/contacts/${id}/notes`, { body: 'A few words' })

export const contacts: Record<string, Script> = {
  'create-contact': ({ client }) => client.post('/contacts', { role: 'user', email: 'ada@example.com', name: 'Ada' }),
  'get-contact': async (actor) => actor.client.get(`/contacts/${(await person(actor)).id}`),
  'update-contact': async (actor) => actor.client.put(`/contacts/${(await person(actor)).id}`, { name: 'Ada Example' }),
  'delete-contact': async (actor) =>
    actor.client.delete(`/contacts/${(await person(actor, { external_id: crypto.randomUUID() })).id}`),
  'merge-contacts': async (actor) => {
    const [from, into] = [
      await made(actor.client.post('/contacts', { role: 'lead', name: 'Bea' })),
      await person(actor),
    ]
    return actor.client.post('/contacts/merge', { from: from.id, into: into.id })
  },
  'list-contacts': async (actor) => {
    await members(actor)
    await attach(actor, (await named(actor, 'emil')).id)
    await tagged(actor, (await named(actor, 'fay')).id)
    for (const name of ['gus', 'hal']) await named(actor, name)
    await made(actor.client.post('/contacts', { role: 'lead', name: 'Iris' }))
    return actor.client.get('/contacts')
  },
  'search-contacts': async (actor) => {
    await members(actor)
    const query = { field: 'updated_at', operator: '>', value: 1700000000 }
    return actor.client.post('/contacts/search', { query, pagination: { per_page: 10 } })
  },
  contacts: async (actor) => {
    await exchange(actor, (await member(actor, 'ada@example.com')).id)
    for (const name of ['bea', 'carl', 'dora']) await member(actor, `${name}@example.com`)
    const noted = await named(actor, 'emil')
    await made(note(actor, noted.id))
    await write(actor, noted.id)
    await tagged(actor, (await named(actor, 'fay')).id)
    for (const name of ['gus', 'hal']) await named(actor, name)
    await converse(actor, (await named(actor, 'iris')).id)
    await named(actor, 'jan')
    await attach(actor, (await named(actor, 'kim')).id)
    await made(note(actor, (await named(actor, 'lea')).id))
    for (const name of ['mia', 'ned']) await named(actor, name)
    await converse(actor, (await named(actor, 'ola')).id)
    for (const name of ['pia', 'quinn']) await named(actor, name)
    const value = [{ field: 'updated_at', operator: '>', value: 1727913600 }]
    const query = { operator: 'AND', value }
    return actor.client.post('/contacts/search', { query, pagination: { per_page: 150 }, per_page: 150 })
  },
  'create-note': async (actor) => note(actor, (await person(actor)).id),
  'list-notes': async (actor) => {
    const { id } = await person(actor)
    await made(note(actor, id))
    return actor.client.get(`/contacts/${id}/notes`)
  },
  'attach-contact-to-company': async (actor) => {
    const [{ id }, { id: contact }] = [await company(actor), await person(actor)]
    return actor.client.post(`/contacts/${contact}/companies`, { id })
  },
  'detach-contact-from-company': async (actor) => {
    const [{ id }, { id: contact }] = [await company(actor), await person(actor)]
    await made(actor.client.post(`/contacts/${contact}/companies`, { id }))
    return actor.client.delete(`/contacts/${contact}/companies/${id}`)
  },
  'tag-contacts': async (actor) =>
    actor.client.post('/tags', { name: 'Test', users: [{ id: (await person(actor)).id }] }),
  'untag-contacts': async (actor) => {
    const { id } = await person(actor)
    await made(actor.client.post('/tags', { name: 'Test', users: [{ id }] }))
    return actor.client.post('/tags', { name: 'Test', users: [{ id, untag: true }] })
  },
}

import { conversationActs, createStage } from './conversation-acts.ts'
import { made, type Actor, type Script } from './script.ts'

/** A contact begins a conversation. */
async function begin({ client }: Actor, email: string, member = false): Promise<string> {
  const more = member ? { external_id: crypto.randomUUID() } : {}
  const { id } = await made(client.post('/contacts', { role: 'user', email, name: 'Ada', ...more }))
  if (member) {
    const company = await made(client.post('/companies', { company_id: '1' }))
    await made(client.post(`/contacts/${id}/companies`, { id: company.id }))
  }
  return (await made(client.post('/conversations', { from: { type: 'user', id }, body: 'Hello' }))).conversation_id
}

const part = async ({ client, adminId }: Actor, id: string, message_type: string) =>
  made(client.post(`/conversations/${id}/parts`, { type: 'admin', admin_id: adminId, message_type }))

const plain = ({ client }: Actor, id: string) => client.get(`/conversations/${id}?display_as=plaintext`)

/** Closed twice and opened again. */
async function closed(actor: Actor): Promise<string> {
  const id = await begin(actor, 'carl@example.com')
  for (const type of ['close', 'close', 'open']) await part(actor, id, type)
  return id
}

/** The conversation without a first message, after the acts that its history holds. */
async function blank(actor: Actor, last: string): Promise<string> {
  const stage = await createStage(actor)
  const { 'create-conversation': _, 'close-conversation': __, 'send-message': ___, ...acts } = conversationActs
  for (const [name, act] of Object.entries(acts)) {
    await made(act(stage))
    if (name === last) break
  }
  return stage.blank
}

const first: Script = async (actor) => plain(actor, await begin(actor, 'ada@example.com', true))
const twice: Script = async (actor) => plain(actor, await closed(actor))
const begun: Script = async (actor) => plain(actor, await begin(actor, 'bea@example.com'))
const busy: Script = async (actor) => plain(actor, await blank(actor, 'snooze-conversation'))

/** From the one that changed first to the one that changed last: lists begin with the latter. */
async function listed(actor: Actor): Promise<void> {
  const later = () => actor.app.clock.advance(60)
  await begin(actor, 'fay@example.com')
  later()
  await blank(actor, 'snooze-conversation')
  for (const name of ['emil', 'dora']) {
    later()
    await begin(actor, `${name}@example.com`)
  }
  later()
  await closed(actor)
}

const sync =
  (since: number): Script =>
  async (actor) => {
    await listed(actor)
    actor.app.clock.advance(60)
    await begin(actor, 'gus@example.com', true)
    const value = [{ field: 'updated_at', operator: '>', value: since }]
    const query = { operator: 'AND', value }
    return actor.client.post('/conversations/search', { query, pagination: { per_page: 100 }, per_page: 60 })
  }

/** A search and then each conversation that it found: made by two syncs of the client. */
const synced = (file: string, since: number): Record<string, Script> => ({
  [`${file}#1`]: sync(since),
  [`${file}#2`]: first,
  [`${file}#3`]: twice,
  [`${file}#4`]: begun,
  [`${file}#5`]: begun,
  [`${file}#6`]: busy,
  [`${file}#7`]: begun,
})

export const conversations: Record<string, Script> = {
  ...synced('conversation-parts', 1715061182),
  ...synced('conversations', 1715074877),
  'get-conversation': async (actor) => actor.client.get(`/conversations/${await blank(actor, 'snooze-conversation')}`),
  'list-conversations': async (actor) => {
    await listed(actor)
    return actor.client.get('/conversations')
  },
  'search-conversations': async (actor) => {
    await blank(actor, 'reopen-conversation')
    const query = { field: 'state', operator: '=', value: 'open' }
    return actor.client.post('/conversations/search', { query, pagination: { per_page: 10 } })
  },
}

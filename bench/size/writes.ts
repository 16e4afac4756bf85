/** The writes that are measured: a new contact, a change of one, a reply. */
import type { Kind } from '../load.ts'
import { CONNECTIONS } from './measure.ts'
import { turn } from './shapes/shape.ts'
import type { Side } from './side.ts'

let made = 0

export function writesOf({
  loaded,
  facts: { newestContacts, newestConversations },
}: Side): { name: string; kind: Kind }[] {
  const headers = { authorization: `Bearer ${loaded.token}` }
  const answer = { type: 'admin', message_type: 'comment', admin_id: loaded.adminIds[0], body: '<p>On its way.</p>' }
  const create = () => {
    const n = `${process.pid}-${Date.now()}-${++made}`
    return { external_id: `written-${n}`, email: `written-${n}@example.com`, name: 'Written Later' }
  }
  const update = () => ({ name: `Written ${++made}`, custom_attributes: { seats: made % 100 } })
  const contactPath = () => `/contacts/${turn(newestContacts, ++made)}`
  const replyPath = () => `/conversations/${turn(newestConversations, ++made)}/reply`
  return [
    { name: 'POST /contacts', kind: { method: 'POST', path: '/contacts', body: create, headers } },
    { name: 'PUT /contacts/{id}', kind: { method: 'PUT', path: contactPath, body: update, headers } },
    { name: 'POST /conversations/{id}/reply', kind: { method: 'POST', path: replyPath, body: () => answer, headers } },
  ]
}

/** A database that has just started reads from the disk first, which is not what is measured. */
export async function readWhatIsWritten({
  client,
  facts: { newestContacts, newestConversations },
}: Side): Promise<void> {
  const paths = [
    ...newestContacts.map((id) => `/contacts/${id}`),
    ...newestConversations.map((id) => `/conversations/${id}`),
  ]
  const read = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) await client.send({ method: 'GET', path })
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, read))
}

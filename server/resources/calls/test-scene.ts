/** Calls for the tests of calls. */
import type { Client, TestApp } from '../../test/app.ts'

let last = 0
/** A number that no other call of the run has. */
export const newNumber = () => `+1555020${String(++last).padStart(4, '0')}`

/** @returns the call that was recorded */
export const startCall = async (client: Client, details: object = {}) => {
  const { status, body } = await client.post('/parley/calls', { direction: 'inbound', ...details })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

/** @returns the ids of a new conversation and of its contact */
export async function newConversation(client: Client) {
  const contact = (await client.post('/contacts', { external_id: `caller ${++last}` })).body.id as string
  const { body } = await client.post('/conversations', { from: { type: 'user', id: contact }, body: 'Call me' })
  return { contact, conversation: body.conversation_id as string }
}

export const AUDIO = { name: 'call.mp3', content_type: 'audio/mpeg', data: Buffer.from('sound').toString('base64') }

/** The events that a workspace emitted about a call, oldest first. */
export async function eventsOf({ db, workspace }: TestApp, id: string) {
  const rows = await db<{ topic: string; item: any }[]>`
    select topic, item from events where workspace_id = ${workspace.id} and item->>'id' = ${id} order by id`
  return rows.filter(({ topic }) => topic.startsWith('call.'))
}

/** Fixture of tests of conversations. */
import type { Client, TestApp } from '../../test/app.ts'

let people = 0

/** A new user, with an external_id and an email of its own. */
export async function newUser(client: Client, name = 'Ada') {
  const details = { external_id: `person ${++people}`, email: `person-${people}@example.com`, name }
  const { body } = await client.post('/contacts', details)
  return { id: body.id as string, external_id: details.external_id, email: details.email }
}

/** A conversation that a new user has begun. */
export async function newConversation(client: Client, body = 'Hello there') {
  const user = await newUser(client)
  const made = await client.post('/conversations', { from: { type: 'user', id: user.id }, body })
  const id = made.body.conversation_id as string
  return { id, user, path: `/conversations/${id}`, sourceId: made.body.id as string }
}

/** The topics of the events of a conversation, and their items. */
export const eventsOf = (app: TestApp, conversationId: string, workspaceId = app.workspace.id) =>
  app.db<{ topic: string; item: any }[]>`
    select topic, item from events
    where workspace_id = ${workspaceId} and coalesce(item ->> 'conversation_id', item ->> 'id') = ${conversationId}
    order by id`

export const topicsOf = async (app: TestApp, conversationId: string) =>
  (await eventsOf(app, conversationId)).map(({ topic }) => topic)

/** A teammate besides the owner. */
export async function newAdmin(app: TestApp, columns: { has_inbox_seat?: boolean; name?: string } = {}) {
  const [admin] = await app.db<{ id: number }[]>`
    insert into admins ${app.db({
      workspace_id: app.workspace.id,
      name: 'Tom',
      email: 'tom@example.com',
      has_inbox_seat: true,
      created_at: app.clock.now(),
      ...columns,
    })} returning id`
  return admin!.id
}

export async function newTeam(app: TestApp) {
  const [team] = await app.db<{ id: number }[]>`
    insert into teams ${app.db({ workspace_id: app.workspace.id, name: 'Support', created_at: app.clock.now() })}
    returning id`
  return team!.id
}

/** People and records in the happenings of a conversation, with their names in the table. */
import { PART_SECRET } from '../../resources/conversation-parts/fixtures.ts'
import type { TestApp } from '../app.ts'
import type { Made } from '../fixtures/fixture.ts'
import { createScene, type Scene } from '../fixtures/scene.ts'

export interface Cast {
  scene: Scene
  tom: Made
  team: Made
  tag: Made
  company: Made
  ticketType: Made
  slaRule: Made
  bot: string
}

export async function makeCast(app: TestApp): Promise<Cast> {
  const scene = createScene(app, { workspace: await app.createWorkspace() })
  const [operator] = await app.db<{ id: number }[]>`
    select id from admins where workspace_id = ${scene.workspace.id} and kind = 'operator'`
  await scene.send('POST', '/conversations/attributes', { name: 'topic', data_type: 'string' })
  await scene.send('PUT', '/parley/conversation_part_secret', { secret: PART_SECRET })
  const [tom, team] = [
    await scene.given('an admin'),
    await scene.send('POST', '/parley/teams', { name: scene.unique('team') }),
  ]
  const [tag, company] = [await scene.given('a tag'), await scene.given('a company')]
  const [ticketType, slaRule] = [await scene.given('a ticket type'), await scene.given('an SLA rule')]
  return { scene, tom, team, tag, company, ticketType, slaRule, bot: String(operator!.id) }
}

/** One conversation in one state, to which one thing is about to happen. */
export interface Cell extends Cast {
  id: string
  path: string
  /** The contact who began it, or who is written to. */
  ada: Made
  /** A lead who is not in it, unless the state says so. */
  bob: Made
  /** The test's clock when it began, in unix seconds. */
  began: number
}

/** A contact begins it. */
export const begin = async (cast: Cast, more: object = {}): Promise<Cell> => {
  const { scene } = cast
  const ada = await scene.another('a contact')
  const from = { type: 'user', id: ada['id'] }
  const { conversation_id: id } = await scene.send('POST', '/conversations', { from, body: 'Question', ...more })
  return cellOf(cast, id, ada)
}

const cellOf = async (cast: Cast, id: string, ada: Made): Promise<Cell> => ({
  ...cast,
  id,
  path: `/conversations/${id}`,
  ada,
  bob: await cast.scene.given('a lead'),
  began: cast.scene.now(),
})

/** An admin writes first: no operation makes such a conversation yet. */
export const beginAsAdmin = async (cast: Cast): Promise<Cell> => {
  const { scene } = cast
  const { app, workspace } = scene
  const ada = await scene.another('a contact')
  const now = app.clock.now()
  const [row] = await app.db<{ id: number }[]>`
    insert into threads ${app.db({
      workspace_id: workspace.id,
      created_at: now,
      updated_at: now,
      source_id: 900_001,
      source_author_type: 'admin',
      source_admin_id: workspace.adminId,
      source_body: '<p>Hello</p>',
      source_delivered_as: 'admin_initiated',
      contact_ids: [ada['id']],
      teammate_ids: [workspace.adminId],
      count_conversation_parts: 1,
    })} returning id`
  const thread_id = row!.id
  const link = { workspace_id: workspace.id, thread_id, contact_id: ada['id'], created_at: now }
  await app.db`insert into thread_contacts ${app.db(link)}`
  return cellOf(cast, String(thread_id), ada)
}

export const send = ({ scene }: Cell, ...request: Parameters<Scene['send']>) => scene.send(...request)

export const manage = (cell: Cell, body: object) =>
  send(cell, 'POST', `${cell.path}/parts`, { type: 'admin', admin_id: cell.scene.adminId, ...body })

export const comment = (cell: Cell, body: object = {}) =>
  send(cell, 'POST', `${cell.path}/reply`, {
    message_type: 'comment',
    type: 'admin',
    admin_id: cell.scene.adminId,
    body: 'Answer',
    ...body,
  })

/**
 * Both sides of each named change, a file per resource: the answer of the version before, and of the version that has
 * the change. Its version is written by hand from the published changelogs, so that a step in another version's file
 * is found.
 */
import { hexId } from '../../ids.ts'
import { history } from '../../versions/index.ts'
import type { Client, Reply, TestApp } from '../app.ts'

export interface Sides {
  /** The version that came with it. */
  since: string
  before: unknown
  after: unknown
  /** The view of a client of one of the two versions. It is done anew for each. */
  see(client: Client, scene: Scene): Promise<unknown>
}

/** Fixtures for one case, made through the newest version. */
export interface Scene {
  newest: Client
  adminId: number
  /** Unix seconds. */
  now(): number
  /** Another one at each call. */
  number(): number
  newContact(details?: object): Promise<string>
  newCompany(): Promise<string>
  /** Nothing makes visitors but the messenger. */
  newVisitor(): Promise<{ user_id: string; email: string }>
  /** @returns its path */
  newConversation(): Promise<string>
}

export function makeScene(app: TestApp): Scene {
  const newest = app.client({ version: history.newest.name })
  let last = 0
  const number = () => ++last
  const newContact: Scene['newContact'] = async (details) =>
    (await newest.post('/contacts', { external_id: `contact ${number()}`, ...details })).body.id
  return {
    newest,
    adminId: app.workspace.adminId,
    now: () => app.clock.now().getTime() / 1000,
    number,
    newContact,
    newCompany: async () => (await newest.post('/companies', { company_id: `company ${number()}` })).body.id,
    async newVisitor() {
      const [user_id, email] = [`visitor ${number()}`, `visitor-${number()}@example.com`]
      const at = app.clock.now()
      await app.db`insert into contacts ${app.db({
        workspace_id: app.workspace.id,
        id: hexId(at),
        role: 'visitor',
        external_id: user_id,
        email,
        created_at: at,
        updated_at: at,
      })}`
      return { user_id, email }
    },
    newConversation: async () => {
      const from = { type: 'user', id: await newContact() }
      return `/conversations/${(await newest.post('/conversations', { from, body: 'Hello' })).body.conversation_id}`
    },
  }
}

/** The status, and the code of the error if it is one. */
export const code = ({ status, body }: Reply) => [status, body.errors?.[0].code]

/**
 * The two sides of a named change, as `sides.ts` in the folder of a noun tells them: the answer of the version
 * before, and that of the version that it came with. The version stands there by hand, from the published changelogs:
 * a step in another version's file is found by it.
 */
import type { Client, Reply, TestApp } from '../app.ts'
import { createScene, type Scene as Fixtures } from '../fixtures/scene.ts'

export interface Sides {
  /** The version that came with it. */
  since: string
  before: unknown
  after: unknown
  /** The view of a client of one of the two versions. It is done anew for each. */
  see(client: Client, scene: Scene): Promise<unknown>
}

/** Fixtures, made through the newest version, and the ids of the usual ones. */
export interface Scene extends Omit<Fixtures, 'adminId'> {
  newest: Client
  adminId: number
  /** Another one at each call. */
  number(): number
  /** @param details details of a contact other than the usual fixture */
  newContact(details?: object): Promise<string>
  newCompany(): Promise<string>
  newTag(): Promise<string>
  /** Only the messenger makes visitors, and gives them an email. */
  newVisitor(): Promise<{ user_id: string; email: string }>
  /** @returns the path of a conversation that a contact of its own began with "Hello" */
  newConversation(): Promise<string>
}

export function makeScene(app: TestApp): Scene {
  const fixtures = createScene(app)
  const { send, another, unique } = fixtures
  let last = 0
  const number = () => ++last
  const idOf = async (name: Parameters<typeof another>[0]): Promise<string> => (await another(name))['id']
  const newContact: Scene['newContact'] = async (details) =>
    details
      ? (await send('POST', '/contacts', { external_id: unique('contact'), ...details }))['id']
      : idOf('a contact')
  return {
    ...fixtures,
    newest: fixtures.client,
    adminId: app.workspace.adminId,
    number,
    newContact,
    newCompany: () => idOf('a company'),
    newTag: () => idOf('a tag'),
    async newVisitor() {
      const { id, user_id } = await another('a visitor')
      const email = `visitor-${number()}@example.com`
      await app.db`update contacts set email = ${email} where workspace_id = ${app.workspace.id} and id = ${id}`
      return { user_id, email }
    },
    async newConversation() {
      const from = { type: 'user', id: await newContact() }
      return `/conversations/${(await send('POST', '/conversations', { from, body: 'Hello' }))['conversation_id']}`
    },
  }
}

/** The status, and the code of the error if it is one. */
export const code = ({ status, body }: Reply) => [status, body.errors?.[0].code]

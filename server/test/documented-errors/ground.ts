/** Fixtures of the rows of documented errors: records to create, and unknown ids. */
import type { TestApp } from '../app.ts'
import { makeScene, type Scene } from '../sides/scene.ts'

/** A name that no contact, company or segment has. */
export const NOBODY = 'f'.repeat(24)

export interface Ground extends Scene {
  app: TestApp
  newTag(): Promise<string>
  newTeam(): Promise<string>
  /** @returns the id of a contact that was merged into another */
  newMerged(details?: object): Promise<string>
  newSegment(name: string, filter: object): Promise<void>
  /** @returns the path of a new attribute of conversations, and the ids of its options */
  newConversationAttribute(details?: object): Promise<{ path: string; options: string[] }>
  /** Is done when the row's request has been answered. */
  later(undo: () => void | Promise<void>): void
  done(): Promise<void>
}

export function makeGround(app: TestApp): Ground {
  const scene = makeScene(app)
  const { newest, number } = scene
  const workspace_id = app.workspace.id
  const undoing: (() => void | Promise<void>)[] = []
  return {
    ...scene,
    app,
    newTag: async () => (await newest.post('/tags', { name: `tag ${number()}` })).body.id,
    async newTeam() {
      const team = { workspace_id, name: 'Support', distribution_method: 'load_balanced', created_at: app.clock.now() }
      const [made] = await app.db<{ id: number }[]>`insert into teams ${app.db(team)} returning id`
      return String(made!.id)
    },
    async newMerged(details = {}) {
      const from = await scene.newContact({ role: 'lead', ...details })
      await newest.post('/contacts/merge', { from, into: await scene.newContact(), skip_duplicate_validation: true })
      return from
    },
    async newSegment(name, filter) {
      const at = app.clock.now()
      const id = String(number()).padStart(24, '0')
      const columns = { workspace_id, id, name, person_type: 'user', created_at: at, updated_at: at }
      await app.db`insert into segments ${app.db({ ...columns, filter: app.db.json(filter as never) })}`
    },
    async newConversationAttribute(details = { data_type: 'list', options: [{ label: 'High' }, { label: 'Low' }] }) {
      const { body } = await newest.post('/conversations/attributes', { name: `attribute ${number()}`, ...details })
      const options = (body.options ?? []).map(({ id }: { id: string }) => id)
      return { path: `/conversations/attributes/${body.id}`, options }
    },
    later: (undo) => void undoing.push(undo),
    async done() {
      for (const undo of undoing.splice(0)) await undo()
    },
  }
}

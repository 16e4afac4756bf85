/** Fixtures of rows of documented errors, and ids of nothing. */
import type { TestApp } from '../app.ts'
import { makeScene, type Scene } from '../sides/scene.ts'

/** A name that no contact, company or segment has. */
export const NOBODY = 'f'.repeat(24)

export interface Ground extends Scene {
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
  const { another, send, unique } = scene
  const undoing: (() => void | Promise<void>)[] = []
  return {
    ...scene,
    newTeam: async () => (await another('a team'))['id'],
    async newMerged(details) {
      if (!details) return (await another('a merged lead'))['id']
      const from = await scene.newContact({ role: 'lead', ...details })
      await send('POST', '/contacts/merge', { from, into: await scene.newContact(), skip_duplicate_validation: true })
      return from
    },
    async newSegment(name, filter) {
      await send('POST', '/parley/segments', { name, person_type: 'user', filter })
    },
    async newConversationAttribute(details = { data_type: 'list', options: [{ label: 'High' }, { label: 'Low' }] }) {
      const made = await send('POST', '/conversations/attributes', { name: unique('attribute'), ...details })
      const options = (made['options'] ?? []).map(({ id }: { id: string }) => id)
      return { path: `/conversations/attributes/${made['id']}`, options }
    },
    later: (undo) => void undoing.push(undo),
    async done() {
      for (const undo of undoing.splice(0)) await undo()
    },
  }
}

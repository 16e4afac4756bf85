/**
 * One request of a tour. Steps of a noun stand in its `tour.ts`, in the order in which they are walked, and
 * declare how they depend on those of others:
 *
 *   step('POST /contacts/{}/tags', {
 *     needs: ['user', 'tag'],                       // names that other steps gave
 *     go: (c, { user, tag }) => c.post(`/contacts/${user}/tags`, { id: tag }),
 *   }),
 *   step('POST /tags', { gives: { tag: (made) => made.id }, go: (c) => c.post('/tags', { name: 'Pioneer' }) }),
 *   step('DELETE /tags/{}', { ends: ['tag'], go: (c, { tag }) => c.delete(`/tags/${tag}`) }),   // after all that need it
 */
import type { Client, Reply } from '../app.ts'

/** Ids that earlier steps found, by name. */
export type Found = Record<string, string>

export interface Step {
  /** The operation, as `versions/` names it. */
  key: string
  needs: string[]
  ends: string[]
  gives: string[]
  /** Undefined where a step that this one needs was not served. */
  go(client: Client, found: Found): Promise<Reply> | undefined
  /** Names for later steps, from the answer. */
  find(body: any): Found
}

interface Definition<Name extends string> {
  needs?: Name[]
  /** Needed too, and not there any more afterwards. */
  ends?: Name[]
  gives?: Record<string, (body: any) => string>
  go(client: Client, found: Record<Name, string>): Promise<Reply>
}

export function step<const Name extends string = never>(
  key: string,
  { needs = [], ends = [], gives = {}, go }: Definition<Name>,
): Step {
  const all: Name[] = [...needs, ...ends]
  return {
    key,
    needs: all,
    ends,
    gives: Object.keys(gives),
    go(client, found) {
      if (all.some((name) => found[name] === undefined)) return undefined
      return go(client, Object.fromEntries(all.map((name) => [name, found[name]])) as Record<Name, string>)
    },
    find: (body) => Object.fromEntries(Object.entries(gives).map(([name, read]) => [name, String(read(body))])),
  }
}

/** The reader of content, and the one condition that decides what a reader sees. */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { Kind } from './queries.ts'

/** The contents that somebody may find: readers see published ones of their audiences, admins see all. */
export interface Reader {
  states: ('draft' | 'published')[]
  /** Audiences of the reader; `all` for admins. */
  audiences: number[] | 'all'
}

export const ANYBODY: Reader = { states: ['published'], audiences: [] }

/**
 * A condition on `content_index`, named `x`: the texts of a kind that the reader may see. Pages, lists, counts, related
 * articles and searches all ask it, so that none of them shows what another hides.
 */
export function readable(workspaceId: number, kind: Kind, { audiences, states }: Reader): Fragment {
  const open =
    audiences === 'all'
      ? fragment`true`
      : fragment`(x.audience_ids is null or x.audience_ids && ${audiences}::bigint[])`
  return fragment`x.workspace_id = ${workspaceId} and x.kind = ${kind} and x.state = any(${states}::text[]) and ${open}`
}

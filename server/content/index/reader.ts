/** The one rule that decides which texts of the index somebody may find. */
import { fragment, type Fragment } from '../../db/pool.ts'

export type Assistant = 'ai_agent' | 'copilot' | 'sales_agent'

/**
 * Admins (`audiences: 'all'`) find everything in these states. Customers find articles, and assistants that answer
 * them all content that is available to the assistant; both only what is meant for everybody or for their audiences.
 */
export interface Reader {
  states: ('draft' | 'published')[]
  /** Audiences of the customer; `all` for admins. */
  audiences: number[] | 'all'
  /** The assistant that reads, in place of the customer or the admin. */
  assistant?: Assistant
}

/** A customer whom nobody knows. */
export const ANYBODY: Reader = { states: ['published'], audiences: [] }
export const ADMIN: Reader = { states: ['published', 'draft'], audiences: 'all' }

const AVAILABLE: Record<Assistant, Fragment> = {
  ai_agent: fragment`x.ai_agent`,
  copilot: fragment`x.copilot`,
  sales_agent: fragment`x.sales_agent`,
}

/** Nothing is answered from a source that was turned off. */
const FROM_ACTIVE_SOURCE = fragment`(x.kind <> 'external_page' or exists (
  select from external_pages p join import_sources s on s.workspace_id = p.workspace_id and s.id = p.source_id
  where p.workspace_id = x.workspace_id and p.id = x.item_id and s.status = 'active'))`

/** A condition on `content_index`, named `x`. */
export function mayFind({ states, audiences, assistant }: Reader): Fragment {
  const meant =
    audiences === 'all'
      ? fragment`true`
      : audiences.length === 0
        ? fragment`x.audience_ids is null`
        : fragment`(x.audience_ids is null or x.audience_ids && ${audiences}::bigint[])`
  const open = assistant
    ? fragment`(${AVAILABLE[assistant]} and ${FROM_ACTIVE_SOURCE})`
    : audiences === 'all'
      ? fragment`true`
      : fragment`x.kind = 'article'`
  return fragment`(x.state = any(${states}::text[]) and ${meant} and ${open})`
}

/** Columns of `content_words`, as conditions on the texts that have the word: the rule above for strangers. */
export const WORD_IS: Record<'is_open' | 'for_agent', Fragment> = {
  is_open: mayFind(ANYBODY),
  for_agent: mayFind({ ...ANYBODY, assistant: 'ai_agent' }),
}

/** A condition on `content_words`, named `c`: a search must not show by what it finds which words others may read. */
export function mayKnow({ audiences, assistant }: Reader): Fragment {
  if (audiences === 'all') return fragment`true`
  return assistant === 'ai_agent' ? fragment`(c.is_open or c.for_agent)` : fragment`c.is_open`
}

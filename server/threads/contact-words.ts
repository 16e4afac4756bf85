import { fragment, type Fragment } from '../db/pool.ts'

/**
 * A condition on parts of contacts: true for one with words. Words that open a thread are a part of that name.
 * @param part the name of `thread_parts` in the query
 */
export const hasWords = (part: Fragment): Fragment =>
  fragment`${part}.part_type in ('comment', 'quick_reply', 'open') and ${part}.body is not null`

import { fragment, type Fragment } from '../../db/pool.ts'

/**
 * A condition on `content_index`, named `x`, that stands beside `words @@ …` or `title_words @@ …`. The inverted indexes
 * have workspace and language as one entry: two would be walked side by side for every word.
 */
export const inLanguage = (workspaceId: number, language: Fragment): Fragment =>
  fragment`(x.workspace_id::text || ' ' || x.language) = (${workspaceId}::int::text || ' ' || ${language})`

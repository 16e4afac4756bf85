/** The SQL of reactions, and of conversations that begin under an article. */
import type { Db, Pool } from '../../../db/pool.ts'

interface Reaction {
  /** The visitor, as the cookie names them. */
  reader: string
  reaction: 'happy' | 'sad'
  now: Date
}

/** The reaction, and the article's numbers. A reader counts once for an article, with the last answer. */
export async function saveReaction(
  db: Pool,
  workspaceId: number,
  articleId: number,
  { reader, reaction, now }: Reaction,
): Promise<void> {
  await db.begin(async (tx) => {
    // Reactions to one article take turns.
    await tx`select from articles where workspace_id = ${workspaceId} and id = ${articleId} for no key update`
    const [before] = await tx<{ reaction: string }[]>`
      select reaction from article_reactions
      where workspace_id = ${workspaceId} and article_id = ${articleId} and reader_id = ${reader}::uuid`
    if (before?.reaction === reaction) return
    await tx`
      insert into article_reactions (workspace_id, article_id, reader_id, reaction, created_at, updated_at)
      select ${workspaceId}, id, ${reader}::uuid, ${reaction}, ${now}::timestamptz, ${now}::timestamptz
      from articles where workspace_id = ${workspaceId} and id = ${articleId}
      on conflict (workspace_id, article_id, reader_id) do update
      set reaction = excluded.reaction, updated_at = excluded.updated_at`
    const change = (counted: Reaction['reaction']) =>
      (reaction === counted ? 1 : 0) - (before?.reaction === counted ? 1 : 0)
    await tx`
      update articles set happy = happy + ${change('happy')}, sad = sad + ${change('sad')}
      where workspace_id = ${workspaceId} and id = ${articleId}`
  })
}

export async function hasReacted(db: Db, workspaceId: number, articleId: number, reader: string): Promise<boolean> {
  const rows = await db`
    select from article_reactions
    where workspace_id = ${workspaceId} and article_id = ${articleId} and reader_id = ${reader}::uuid`
  return rows.length > 0
}

export async function countConversation(db: Db, workspaceId: number, articleId: number): Promise<void> {
  await db`
    update articles set conversations = conversations + 1 where workspace_id = ${workspaceId} and id = ${articleId}`
}

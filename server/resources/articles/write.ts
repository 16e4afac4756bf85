/** Steps that creating, changing and publishing an article share: texts, the search index, and events. */
import type { Ctx } from '../../context.ts'
import { presentDeliveredArticle } from './delivered-article.ts'
import { indexArticle } from './index-article.ts'
import { mainContent } from './present.ts'
import { type ArticleRow, getArticle } from './queries.ts'
import { enqueueSchedule, type Times } from './schedule.ts'
import type { TextChange } from './text-input.ts'
import { addText, changeText, stageText } from './write-texts.ts'
import { type ArticleChanges, insertArticle, setCollections, updateArticle } from './write-queries.ts'

/** Texts of languages that the article has are changed, others are added. `stage` keeps live ones as they are. */
export async function applyTexts(
  ctx: Ctx,
  row: ArticleRow,
  texts: ReadonlyMap<string, TextChange>,
  stage = false,
): Promise<void> {
  const fallback = mainContent(row).author_id
  for (const [locale, change] of texts) {
    const content = row.contents.find((one) => one.locale === locale)
    if (!content) await addText(ctx, row.id, locale, change, fallback)
    else if (stage && content.state === 'published') await stageText(ctx, row, content, change)
    else await changeText(ctx, row, content, change)
  }
}

/** Ends a change to an article: its own columns, and its events. @returns the article as it is now */
export async function finish(ctx: Ctx, before: ArticleRow, changes: ArticleChanges = {}): Promise<ArticleRow> {
  await updateArticle(ctx.db, ctx.workspaceId, before.id, {
    ...changes,
    updated_by_id: ctx.actor.adminId,
    updated_at: ctx.now,
  })
  const row = await getArticle(ctx.db, ctx.workspaceId, before.id)
  await indexArticle(ctx, row)
  tellChange(ctx, before, row)
  return row
}

/** Publishing tells of a change of the draft first; of unpublishing nothing else is told. Source: captured deliveries. */
function tellChange(ctx: Ctx, before: ArticleRow, row: ArticleRow): void {
  const [was, is] = [mainContent(before).state, mainContent(row).state]
  const item = presentDeliveredArticle(ctx, row)
  if (is === 'draft' && was === 'published') return ctx.emit('article.unpublished', item)
  if (is === was) return ctx.emit('article.updated', item)
  ctx.emit('article.updated', { ...item, state: 'draft', url: null })
  ctx.emit('article.published', item)
}

interface NewArticle {
  /** As it was sent. */
  parent_id: number | null
  folder_id: number | null
  /** The collections that it is put into. */
  parents: number[]
  times: Times
}

/** Creates an article. @param texts by their language; the author of the first is that of all that name none */
export async function addArticle(
  ctx: Ctx,
  texts: ReadonlyMap<string, TextChange>,
  { parent_id, folder_id, parents, times }: NewArticle,
): Promise<ArticleRow> {
  const { db, workspaceId } = ctx
  const id = await insertArticle(db, {
    workspace_id: workspaceId,
    parent_id,
    folder_id,
    ...times,
    created_by_id: ctx.actor.adminId,
    updated_by_id: ctx.actor.adminId,
    created_at: ctx.now,
    updated_at: ctx.now,
  })
  const author_id = texts.values().next().value?.author_id
  for (const [locale, text] of texts)
    await addText(ctx, id, locale, { ...(author_id !== undefined && { author_id }), ...text })
  await setCollections(db, workspaceId, id, parents)
  await enqueueSchedule(ctx, id, times)
  const row = await getArticle(db, workspaceId, id)
  await indexArticle(ctx, row)
  const item = presentDeliveredArticle(ctx, row)
  ctx.emit('article.created', item)
  if (item.state === 'published') ctx.emit('article.published', item)
  return row
}

/** Writes texts of an article: each change of words is a new version; a live text may go on while a newer one waits. */
import type { Ctx } from '../../context.ts'
import type { ArticleContentsRow } from '../../db/types/article_contents.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import type { ArticleRow } from './queries.ts'
import type { TextChange } from './text-input.ts'
import { assertTitle } from './title.ts'
import * as queries from './write-queries.ts'

export const AUTHOR_MISSING = 'author_id must be in the main body or default locale translated_content object'

const NEW: Pick<ArticleContentsRow, 'title' | 'description' | 'body' | 'markdown'> = {
  title: '',
  description: '',
  body: '',
  markdown: '',
}

type Words = typeof NEW & { author_id: number }

/** A language that the article does not have yet. `fallback` is its author where none is named. */
export async function addText(
  ctx: Ctx,
  articleId: number,
  locale: string,
  change: TextChange,
  fallback?: number,
): Promise<void> {
  const author_id = await authorOf(ctx, change, fallback)
  const words = { ...NEW, ...wordsOf(change), author_id }
  if (change.state === 'published') assertTitle(words.title)
  const version_id = await addVersion(ctx, articleId, locale, words, null)
  await queries.insertContent(ctx.db, {
    workspace_id: ctx.workspaceId,
    article_id: articleId,
    locale,
    ...words,
    ...settingsOf(change),
    state: change.state ?? 'draft',
    version_id,
    created_by_id: ctx.actor.adminId,
    created_at: ctx.now,
    updated_by_id: ctx.actor.adminId,
    updated_at: ctx.now,
  })
}

/** A change to a language that the article has. Words wait if the text is live and another waits already. */
export async function changeText(ctx: Ctx, row: ArticleRow, content: ArticleContentsRow, change: TextChange) {
  const state = change.state ?? content.state
  const staged = row.drafts.find(({ id }) => id === content.draft_version_id)
  const isWaiting = staged !== undefined && change.state === undefined && content.state === 'published'
  if (isWaiting) {
    await stageText(ctx, row, content, change)
    // Only words wait.
    const settings = settingsOf(change)
    if (Object.keys(settings).length > 0)
      await queries.updateContent(ctx.db, ctx.workspaceId, row.id, content.locale, settings)
    return
  }
  const before: Words = staged ?? content
  const words = await newWords(ctx, before, change)
  // Settings of a text change without a look at its words.
  if (state === 'published' && (words || change.state)) assertTitle((words ?? before).title)
  const version_id = words
    ? await addVersion(ctx, row.id, content.locale, words, staged?.id ?? content.version_id)
    : (staged?.id ?? content.version_id)
  await queries.updateContent(ctx.db, ctx.workspaceId, row.id, content.locale, {
    ...pick(words ?? before),
    ...settingsOf(change),
    state,
    version_id,
    draft_version_id: null,
    updated_by_id: ctx.actor.adminId,
    updated_at: ctx.now,
  })
}

/** Words that wait beside the live text until they are published; none wait that are the live ones. */
export async function stageText(ctx: Ctx, row: ArticleRow, content: ArticleContentsRow, change: TextChange) {
  const staged = row.drafts.find(({ id }) => id === content.draft_version_id)
  const words = await newWords(ctx, staged ?? content, change)
  if (!words) return
  const draft_version_id = isSame(words, content)
    ? null
    : await addVersion(ctx, row.id, content.locale, words, staged?.id ?? content.version_id)
  await queries.updateContent(ctx.db, ctx.workspaceId, row.id, content.locale, { draft_version_id })
}

/** The words that waited become the live text. @throws 400 parameter_not_found where they have no title */
export async function publishText(ctx: Ctx, row: ArticleRow, content: ArticleContentsRow) {
  const staged = row.drafts.find(({ id }) => id === content.draft_version_id)
  assertTitle((staged ?? content).title)
  await queries.updateContent(ctx.db, ctx.workspaceId, row.id, content.locale, {
    ...(staged ? { ...pick(staged), version_id: staged.id } : {}),
    state: 'published',
    draft_version_id: null,
    updated_by_id: ctx.actor.adminId,
    updated_at: ctx.now,
  })
}

const pick = ({ title, description, body, markdown, author_id }: Words) => ({
  title,
  description,
  body,
  markdown,
  author_id,
})

function wordsOf({ title, description, body, markdown }: TextChange) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(body === undefined ? {} : { body, markdown: markdown! }),
  }
}

function settingsOf(change: TextChange) {
  const { audience_ids, ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability } = change
  return {
    ...(audience_ids === undefined ? {} : { audience_ids }),
    ...(ai_chatbot_availability === undefined ? {} : { ai_chatbot_availability }),
    ...(ai_copilot_availability === undefined ? {} : { ai_copilot_availability }),
    ...(ai_sales_agent_availability === undefined ? {} : { ai_sales_agent_availability }),
  }
}

/** The words after the change; `undefined` if they are as before. */
async function newWords(ctx: Ctx, before: Words, change: TextChange): Promise<Words | undefined> {
  const after = { ...pick(before), ...wordsOf(change), author_id: await authorOf(ctx, change, before.author_id) }
  return isSame(after, before) ? undefined : after
}

const isSame = (after: Words, before: Words): boolean =>
  Object.entries(pick(after)).every(([name, value]) => before[name as keyof Words] === value)

const addVersion = (ctx: Ctx, article_id: number, locale: string, words: Words, from_version_id: number | null) =>
  queries.insertVersion(ctx.db, {
    workspace_id: ctx.workspaceId,
    article_id,
    locale,
    from_version_id,
    ...pick(words),
    created_by_id: ctx.actor.adminId,
    created_via: 'api',
    created_at: ctx.now,
  })

async function authorOf(ctx: Ctx, { author_id }: TextChange, fallback: number | undefined): Promise<number> {
  if (author_id === undefined) {
    if (fallback === undefined) throw apiError(400, 'parameter_not_found', AUTHOR_MISSING)
    return fallback
  }
  const id = numberId(author_id)
  if (id === undefined || !(await queries.isTeammate(ctx.db, ctx.workspaceId, id)))
    throw parameterInvalid('author_id must be the id of a teammate', 'author_id')
  return id
}

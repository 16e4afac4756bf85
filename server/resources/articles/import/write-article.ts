/** Writes the text of a file as an article: a new one, or the newer text of the one that the file was before. */
import type { Ctx } from '../../../context.ts'
import { readParents } from '../parents.ts'
import { getDefaultLocale, lockArticle } from '../queries.ts'
import { readTexts } from '../text-input.ts'
import { addArticle, applyTexts, finish } from '../write.ts'
import { setCollections } from '../write-queries.ts'
import type { Converted } from './convert.ts'

export interface Words {
  converted: Converted
  description: string | undefined
  locale: string
  /** As it is, or a draft where it is new, unless this says otherwise. */
  state: 'draft' | 'published' | undefined
  /** As it is, or the admin who acts where it is new, unless this names another. */
  author: number | undefined
  collection: number | undefined
}

/** @param articleId undefined for a new article @returns its id @throws 400 for words or settings that cannot be */
export async function writeArticle(ctx: Ctx, articleId: number | undefined, words: Words): Promise<number> {
  const { converted, description, locale, state, author, collection } = words
  const parents = collection === undefined ? undefined : await readParents(ctx, { parent_ids: [collection] })
  const isNew = articleId === undefined
  const author_id = author ?? (isNew ? ctx.actor.adminId : undefined)
  const text = {
    title: converted.title,
    body: converted.html,
    ...(description !== undefined && { description }),
    ...(author_id !== undefined && { author_id }),
    ...(state && { state }),
  }
  const defaultLocale = await getDefaultLocale(ctx.db, ctx.workspaceId)
  const texts = readTexts({ translated_content: { [locale]: text } }, defaultLocale, { note: ctx.note })
  if (isNew) {
    const row = await addArticle(ctx, texts, {
      parent_id: collection ?? null,
      folder_id: null,
      parents: parents ?? [],
      times: {},
    })
    return row.id
  }
  const row = await lockArticle(ctx.db, ctx.workspaceId, articleId)
  await applyTexts(ctx, row, texts)
  if (parents) await setCollections(ctx.db, ctx.workspaceId, row.id, parents)
  await finish(ctx, row, collection === undefined ? {} : { parent_id: collection })
  return row.id
}

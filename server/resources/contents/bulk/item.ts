/** One content of a bulk action: the single operations, in one transaction. */
import type { ContentAction } from '../../../bulk/job.ts'
import type { Details } from '../../../bulk/request.ts'
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { perform } from '../../../http/perform.ts'
import { deleteText } from '../../articles/delete-text.ts'
import { deleteContentSnippet } from '../../content-snippets/delete.ts'
import { deleteInternalArticle } from '../../internal-articles/delete.ts'
import { listKnownTags } from '../../tags/queries.ts'
import { lockText, targetOf, type Named } from './target.ts'

interface Item extends Named {
  availability?: { ai_agent?: boolean; copilot?: boolean; sales_agent?: boolean }
  audience?: { add: number[]; remove: number[]; remove_all: boolean }
  tags?: { add: number[]; remove: number[] }
}

export const contentItems: Record<ContentAction, (ctx: Ctx, details: Details) => Promise<void>> = {
  publish: (ctx, details) => setState(ctx, details, 'published'),
  unpublish: (ctx, details) => setState(ctx, details, 'draft'),

  async delete(ctx, details) {
    const { type, id } = itemOf(details)
    if (type === 'article_content') {
      const { article_id, locale } = await lockText(ctx, id)
      return deleteText(ctx, article_id, locale)
    }
    if (type === 'content_snippet')
      return void (await perform(deleteContentSnippet, ctx, { params: { content_snippet_id: String(id) } }))
    if (type !== 'internal_article') throw notFound('resource')
    await perform(deleteInternalArticle, ctx, { params: { internal_article_id: String(id) } })
  },

  async set_availability(ctx, details) {
    const target = await targetOf(ctx, itemOf(details))
    await target.setAvailability(itemOf(details).availability!)
  },

  async set_audience(ctx, details) {
    const target = await targetOf(ctx, itemOf(details))
    const { add, remove, remove_all } = itemOf(details).audience!
    const kept = remove_all ? [] : target.audiences.filter((id) => !remove.includes(id))
    await target.setAudiences([...new Set([...kept, ...add])])
  },

  /** Tags that were deleted since are passed over. */
  async update_tags(ctx, details) {
    const target = await targetOf(ctx, itemOf(details))
    const { add, remove } = itemOf(details).tags!
    for (const id of await listKnownTags(ctx.db, ctx.workspaceId, remove)) await target.untag(String(id))
    for (const id of await listKnownTags(ctx.db, ctx.workspaceId, add)) await target.tag(String(id))
  },
}

async function setState(ctx: Ctx, details: Details, state: 'published' | 'draft'): Promise<void> {
  const { change } = await lockText(ctx, itemOf(details).id)
  await change({ state })
}

/** As `request.ts` stored it. */
const itemOf = (details: Details): Item => details as unknown as Item

/** A content as bulk actions change it: the operations of its noun behind one form. */
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import type { Operation } from '../../../http/operation.ts'
import { perform } from '../../../http/perform.ts'
import { lockArticle } from '../../articles/queries.ts'
import { tagArticle } from '../../articles/tags/tag.ts'
import { untagArticle } from '../../articles/tags/untag.ts'
import { updateArticle } from '../../articles/update.ts'
import { listAudienceIds, replaceAudiences } from '../../audiences/content-audiences.ts'
import { getContentSnippet } from '../../content-snippets/queries.ts'
import { updateContentSnippet } from '../../content-snippets/update.ts'
import { changeExternalPage } from '../../external-pages/change.ts'
import { getExternalPage } from '../../external-pages/queries.ts'
import { getInternalArticle } from '../../internal-articles/queries.ts'
import { updateInternalArticle } from '../../internal-articles/update.ts'
import { tagContentSnippet } from '../../tags/tag-content-snippet.ts'
import { tagExternalPage } from '../../tags/tag-external-page.ts'
import { tagInternalArticle } from '../../tags/tag-internal-article.ts'
import { untagContentSnippet } from '../../tags/untag-content-snippet.ts'
import { untagExternalPage } from '../../tags/untag-external-page.ts'
import { untagInternalArticle } from '../../tags/untag-internal-article.ts'
import { findText } from '../queries.ts'

export interface Named {
  type: string
  id: number
}

interface Availability {
  ai_agent?: boolean
  copilot?: boolean
  sales_agent?: boolean
}

export interface Target {
  audiences: number[]
  setAvailability(to: Availability): Promise<unknown>
  setAudiences(ids: number[]): Promise<unknown>
  tag(id: string): Promise<unknown>
  untag(id: string): Promise<unknown>
}

/** @throws 404 where it does not exist */
export async function targetOf(ctx: Ctx, { type, id }: Named): Promise<Target> {
  const { db, workspaceId } = ctx
  if (type === 'article_content') return textTarget(ctx, id)
  if (type === 'article')
    return {
      ...UNCHANGED,
      ...tagging(ctx, { tag: tagArticle, untag: untagArticle, params: { article_id: String(id) } }),
    }
  if (type === 'content_snippet') {
    const { audience_ids } = await getContentSnippet(db, workspaceId, id)
    const params = { content_snippet_id: String(id) }
    return {
      audiences: audience_ids,
      ...updating(ctx, updateContentSnippet, params),
      ...tagging(ctx, { tag: tagContentSnippet, untag: untagContentSnippet, params }),
    }
  }
  if (type === 'internal_article') {
    const { audience_ids } = await getInternalArticle(db, workspaceId, id)
    const params = { internal_article_id: String(id) }
    return {
      audiences: audience_ids,
      ...updating(ctx, updateInternalArticle, params),
      ...tagging(ctx, { tag: tagInternalArticle, untag: untagInternalArticle, params }),
    }
  }
  // No file is kept as content.
  if (type !== 'external_content') throw notFound('resource')
  return pageTarget(ctx, id)
}

async function pageTarget(ctx: Ctx, number: number): Promise<Target> {
  const { id } = await getExternalPage(ctx.db, ctx.workspaceId, number)
  const params = { external_page_id: String(id) }
  return {
    audiences: await listAudienceIds(ctx.db, ctx.workspaceId, 'external_page', id),
    setAvailability: ({ ai_agent, copilot, sales_agent }) =>
      changeExternalPage(ctx, id, {
        ...(ai_agent !== undefined && { ai_agent_availability: ai_agent }),
        ...(copilot !== undefined && { ai_copilot_availability: copilot }),
        ...(sales_agent !== undefined && { ai_sales_agent_availability: sales_agent }),
      }),
    setAudiences: (ids) => replaceAudiences(ctx.db, ctx.workspaceId, 'external_page', [id], ids),
    ...tagging(ctx, { tag: tagExternalPage, untag: untagExternalPage, params }),
  }
}

async function textTarget(ctx: Ctx, id: number): Promise<Target> {
  const { audience_ids, change } = await lockText(ctx, id)
  return {
    ...UNCHANGED,
    audiences: audience_ids ?? [],
    setAvailability: (to) => change(availabilityOf(to)),
    setAudiences: (ids) => change({ audience_ids: ids }),
  }
}

/** The text of an article in one language, kept from changing; `change` is a change of it alone. @throws 404 */
export async function lockText(ctx: Ctx, id: number) {
  const text = await findText(ctx.db, ctx.workspaceId, id)
  if (!text) throw notFound('resource')
  const { contents } = await lockArticle(ctx.db, ctx.workspaceId, text.article_id)
  const content = contents.find((one) => one.id === id)
  if (!content) throw notFound('resource')
  const params = { article_id: String(text.article_id) }
  return {
    ...content,
    change: (fields: object) =>
      perform(updateArticle, ctx, { params, body: { translated_content: { [content.locale]: fields } } }),
  }
}

const refuse = (): never => {
  throw notFound('resource')
}
const UNCHANGED: Target = { audiences: [], setAvailability: refuse, setAudiences: refuse, tag: refuse, untag: refuse }

const availabilityOf = ({ ai_agent, copilot, sales_agent }: Availability) => ({
  ...(ai_agent !== undefined && { ai_chatbot_availability: ai_agent }),
  ...(copilot !== undefined && { ai_copilot_availability: copilot }),
  ...(sales_agent !== undefined && { ai_sales_agent_availability: sales_agent }),
})

const updating = (ctx: Ctx, update: Operation, params: Record<string, string>) => ({
  setAvailability: (to: Availability) => perform(update, ctx, { params, body: availabilityOf(to) }),
  setAudiences: (ids: number[]) => perform(update, ctx, { params, body: { audience_ids: ids } }),
})

interface Tagging {
  tag: Operation
  untag: Operation
  params: Record<string, string>
}

const tagging = (ctx: Ctx, { tag, untag, params }: Tagging) => ({
  tag: (id: string) => perform(tag, ctx, { params, body: { id } }),
  untag: (id: string) => perform(untag, ctx, { params: { ...params, tag_id: id } }),
})

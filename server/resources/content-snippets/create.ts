import Type from 'typebox'
import { given } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { getAudienceIds, replaceAudiences } from '../audiences/content-audiences.ts'
import { ContentSnippet, presentContentSnippet } from './content-snippet.ts'
import { details, readTitle, title } from './details.ts'
import { indexContentSnippet } from './index-content-snippet.ts'
import { readSupportedLocale } from './locales.ts'
import * as queries from './queries.ts'
import { wordsOf } from './words.ts'

const LOCALE = 'en'

export const createContentSnippet = operation({
  method: 'POST',
  path: '/content_snippets',
  group: 'Content Snippets',
  scopes: ['read_write_content_snippets'],
  summary: 'Create a content snippet',
  description: 'Its words are given as blocks or as Markdown. Assistants answer from it if its availabilities say so.',
  body: described(Type.Object({ title, ...details }), 'The new snippet.'),
  reply: ContentSnippet,
  answer: 'The new snippet.',
  status: 201,
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    const name = readTitle(body.title)
    const { ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability } = body
    const columns = {
      title: name,
      locale: readSupportedLocale(body.locale ?? LOCALE),
      body: wordsOf(body, [name], ctx.note) ?? '',
      created_by_id: ctx.actor.adminId,
      updated_by_id: ctx.actor.adminId,
      ...given({ ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability }),
    }
    const audiences = await getAudienceIds(db, workspaceId, body.audience_ids ?? null)
    const id = await queries.insertContentSnippet(db, workspaceId, columns, ctx.now)
    await replaceAudiences(db, workspaceId, 'content_snippet', [id], audiences)
    const row = await queries.getContentSnippet(db, workspaceId, id)
    await indexContentSnippet(ctx, row)
    const snippet = presentContentSnippet(row)
    ctx.emit('content_snippet.created', snippet)
    return snippet
  },
})

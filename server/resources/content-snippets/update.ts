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

export const updateContentSnippet = operation({
  method: 'PUT',
  path: '/content_snippets/{content_snippet_id}',
  group: 'Content Snippets',
  scopes: ['read_write_content_snippets'],
  summary: 'Update a content snippet',
  description: 'Properties that are left out stay as they are.',
  params: Type.Object({ content_snippet_id: Type.String() }),
  body: described(Type.Object({ title: Type.Optional(title), ...details }), 'The details to change.'),
  reply: ContentSnippet,
  answer: 'The snippet with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const before = await queries.getContentSnippet(db, workspaceId, params.content_snippet_id)
    const name = body.title === undefined ? undefined : readTitle(body.title)
    const { ai_chatbot_availability, ai_copilot_availability, ai_sales_agent_availability } = body
    const changes = given({
      title: name,
      locale: body.locale === undefined ? undefined : readSupportedLocale(body.locale),
      body: wordsOf(body, [before.title, ...(name === undefined ? [] : [name])], ctx.note),
      ai_chatbot_availability,
      ai_copilot_availability,
      ai_sales_agent_availability,
    })
    const change = { updated_by_id: ctx.actor.adminId, updated_at: ctx.now }
    await queries.updateContentSnippet(db, workspaceId, before.id, { ...changes, ...change })
    if (body.audience_ids !== undefined) {
      const audiences = await getAudienceIds(db, workspaceId, body.audience_ids)
      await replaceAudiences(db, workspaceId, 'content_snippet', [before.id], audiences)
    }
    const row = await queries.getContentSnippet(db, workspaceId, before.id)
    await indexContentSnippet(ctx, row)
    const snippet = presentContentSnippet(row)
    ctx.emit('content_snippet.updated', snippet)
    return snippet
  },
})

import Type from 'typebox'
import { parameterInvalid } from '../../http/errors.ts'
import { given } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { lockImportSource } from '../import-sources/queries.ts'
import { changeExternalPage } from './change.ts'
import { details, ExternalId, Url, wordsOf } from './details.ts'
import { ExternalPage, presentExternalPage } from './external-page.ts'
import * as queries from './queries.ts'

export const updateExternalPage = operation({
  method: 'PUT',
  path: '/ai/external_pages/{external_page_id}',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Update an external page',
  description: 'Availabilities and an `external_id` that are left out stay as they are.',
  params: Type.Object({ external_page_id: Type.String() }),
  body: described(
    Type.Object({
      ...details,
      url: Url,
      external_id: Type.Optional(ExternalId),
      fin_availability: Type.Optional(
        Type.Boolean({ description: 'Deprecated: the availability for the agent and the copilot.' }),
      ),
    }),
    'The page as it is to be.',
  ),
  reply: ExternalPage,
  answer: 'The page with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const source = await lockImportSource(db, workspaceId, body.source_id)
    const before = await queries.getExternalPage(db, workspaceId, params.external_page_id)
    const { id } = before
    const words = wordsOf(body)
    const isRewritten = words.title !== before.title || words.html !== before.html
    const named = { source_id: source.id, external_id: body.external_id ?? before.external_id }
    const other = await queries.findPageId(db, workspaceId, named)
    if (other !== undefined && other !== id)
      throw parameterInvalid('external_id is the id of another page of the source', 'external_id')
    const row = await changeExternalPage(ctx, id, {
      ...named,
      ...words,
      ...given({
        ai_agent_availability: body.ai_agent_availability ?? body.fin_availability,
        ai_copilot_availability: body.ai_copilot_availability ?? body.fin_availability,
        ai_sales_agent_availability: body.ai_sales_agent_availability,
      }),
      last_ingested_at: isRewritten ? ctx.now : before.last_ingested_at,
    })
    return presentExternalPage(row)
  },
})

import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { given } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described } from '../../schema/types.ts'
import { replaceAudiences } from '../audiences/content-audiences.ts'
import type { ImportSourceRow } from '../import-sources/import-source.ts'
import { lockImportSource } from '../import-sources/queries.ts'
import { details, ExternalId, Url, wordsOf } from './details.ts'
import { ExternalPage, presentExternalPage } from './external-page.ts'
import { indexExternalPage } from './index-external-page.ts'
import * as queries from './queries.ts'

export const createExternalPage = operation({
  method: 'POST',
  path: '/ai/external_pages',
  group: 'AI Content',
  scopes: ['read_write_ai_content'],
  summary: 'Create or update an external page',
  description:
    'A page of the source with that `external_id` is updated if there is one; availabilities that are left out stay as they are. A new page is available to no assistant unless the request says so, and is meant for the audiences of its source.',
  body: described(
    Type.Object({ ...details, url: Type.Optional(Url), external_id: ExternalId }),
    'The page, by its source and its id there.',
  ),
  reply: ExternalPage,
  answer: 'The page.',
  refusals: { 404: 'The source does not exist.' },
  handle: async (ctx, { body }) => {
    const source = await lockImportSource(ctx.db, ctx.workspaceId, body.source_id)
    const named = { source_id: source.id, external_id: body.external_id }
    const words = { ...named, ...wordsOf(body), last_ingested_at: ctx.now, ...changedBy(ctx) }
    const { ai_agent_availability, ai_copilot_availability, ai_sales_agent_availability } = body
    const availability = given({ ai_agent_availability, ai_copilot_availability, ai_sales_agent_availability })
    const found = await queries.findPageId(ctx.db, ctx.workspaceId, named)
    if (found !== undefined)
      await queries.updateExternalPage(ctx.db, ctx.workspaceId, found, { ...words, ...availability })
    const id = found ?? (await insert(ctx, source, { ...UNAVAILABLE, url: null, ...words, ...availability }))
    const row = await queries.getExternalPage(ctx.db, ctx.workspaceId, id)
    await indexExternalPage(ctx, row)
    return presentExternalPage(row)
  },
})

const UNAVAILABLE = {
  ai_agent_availability: false,
  ai_copilot_availability: false,
  ai_sales_agent_availability: false,
}

type NewPage = Omit<queries.NewPage, 'created_at' | 'created_by_id'>

const changedBy = (ctx: Ctx) => ({ updated_by_id: ctx.actor.adminId, updated_at: ctx.now })

async function insert(ctx: Ctx, source: ImportSourceRow, page: NewPage): Promise<number> {
  const id = await queries.insertExternalPage(ctx.db, ctx.workspaceId, {
    ...page,
    created_by_id: ctx.actor.adminId,
    created_at: ctx.now,
  })
  await replaceAudiences(ctx.db, ctx.workspaceId, 'external_page', [id], source.audience_ids)
  return id
}

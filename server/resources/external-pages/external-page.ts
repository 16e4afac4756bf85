/** The external page on the wire: content of another place, for answers of assistants. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { ExternalPagesRow } from '../../db/types/external_pages.ts'
import { CreatedAt, described, IdOf, model, Timestamp, UpdatedAt } from '../../schema/types.ts'
import { ContentTags, presentContentTags } from '../tags/content-tag-list.ts'
import type { AppliedTagRow } from '../tags/tag.ts'

export const ExternalPage = model('external_page', {
  type: Type.Literal('external_page'),
  id: IdOf('page'),
  title: Type.String({ description: 'The title.' }),
  html: Type.String({ description: 'The words as HTML; empty once the page is deleted.' }),
  url: Type.Optional(Type.String({ description: 'The address that answers name. Absent if they name none.' })),
  ai_agent_availability: Type.Boolean({ description: 'True if the AI agent answers from it.' }),
  ai_copilot_availability: Type.Boolean({ description: 'True if the copilot of teammates answers from it.' }),
  ai_sales_agent_availability: Type.Boolean({ description: 'True if the sales agent answers from it.' }),
  fin_availability: Type.Boolean({ description: 'Deprecated: the same as `ai_agent_availability`.' }),
  locale: Type.String({ description: 'The language, such as `en`.' }),
  source_id: Type.Integer({ description: 'The id of the content import source that it belongs to.' }),
  external_id: Type.String({ description: 'Its id at the source.' }),
  created_at: CreatedAt('page'),
  updated_at: UpdatedAt('page'),
  last_ingested_at: described(Timestamp, 'When its words were last written.'),
  tags: described(ContentTags, 'The tags of the page.'),
})

export type ExternalPageRow = ExternalPagesRow & { tags: AppliedTagRow[] }

export const presentExternalPage = (row: ExternalPageRow): Static<typeof ExternalPage> => ({
  type: 'external_page',
  id: String(row.id),
  title: row.title,
  html: row.html,
  ...(row.url !== null && { url: row.url }),
  ai_agent_availability: row.ai_agent_availability,
  ai_copilot_availability: row.ai_copilot_availability,
  ai_sales_agent_availability: row.ai_sales_agent_availability,
  fin_availability: row.ai_agent_availability,
  locale: row.locale,
  source_id: row.source_id,
  external_id: row.external_id,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  last_ingested_at: unix(row.last_ingested_at),
  tags: presentContentTags(row.tags),
})

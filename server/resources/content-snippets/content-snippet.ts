/** The content snippet on the wire: a short answer for assistants and teammates. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { aiAvailability } from '../../schema/ai-availability.ts'
import { unix } from '../../clock.ts'
import { htmlToBlocks } from '../../content/to-blocks.ts'
import type { ContentSnippetsRow } from '../../db/types/content_snippets.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../schema/types.ts'
import { titledMarkdown } from './titled-markdown.ts'

export const ContentSnippet = model('content_snippet', {
  type: Type.Literal('content_snippet'),
  id: IdOf('snippet'),
  title: Type.String({ description: 'The title.' }),
  locale: Type.String({ description: 'The language, such as `en`.' }),
  json_blocks: described(Type.Array(Type.Record(Type.String(), Type.Unknown())), 'The words as blocks.'),
  body_markdown: Type.String({ description: 'The words as Markdown, with the title as a heading above them.' }),
  chatbot_availability: Type.Integer({ description: 'Deprecated: 1 if `ai_chatbot_availability` is true, or 0.' }),
  copilot_availability: Type.Integer({ description: 'Deprecated: 1 if `ai_copilot_availability` is true, or 0.' }),
  ...aiAvailability,
  created_at: CreatedAt('snippet'),
  updated_at: UpdatedAt('snippet'),
  audience_ids: Type.Array(Type.Integer(), {
    description: 'The ids of the audiences that it is meant for; none is everybody.',
  }),
})

export type ContentSnippetRow = ContentSnippetsRow & { audience_ids: number[] }

export const presentContentSnippet = (row: ContentSnippetRow): Static<typeof ContentSnippet> => ({
  type: 'content_snippet',
  id: String(row.id),
  title: row.title,
  locale: row.locale,
  json_blocks: htmlToBlocks(row.body) as Record<string, unknown>[],
  body_markdown: titledMarkdown(row),
  chatbot_availability: Number(row.ai_chatbot_availability),
  copilot_availability: Number(row.ai_copilot_availability),
  ai_chatbot_availability: row.ai_chatbot_availability,
  ai_copilot_availability: row.ai_copilot_availability,
  ai_sales_agent_availability: row.ai_sales_agent_availability,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
  audience_ids: row.audience_ids,
})

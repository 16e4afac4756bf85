/** The dynamic content on the wire: a piece of articles that varies by language and brand. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import { htmlToBlocks } from '../../content/to-blocks.ts'
import type { Workspace } from '../../context.ts'
import type { DynamicContentVariationsRow } from '../../db/types/dynamic_content_variations.ts'
import type { DynamicContentsRow } from '../../db/types/dynamic_contents.ts'
import { escapeHtml } from '../../html.ts'
import { CreatedAt, described, IdOf, model, Nullable, UpdatedAt } from '../../schema/types.ts'

export const Variation = model('dynamic_content_variation', {
  type: Type.Literal('dynamic_content_variation'),
  id: IdOf('variation'),
  locale: Type.String({ description: 'The language, such as `en`.' }),
  brand_id: described(Nullable(Type.String()), 'The id of the brand that it is for; null for all.'),
  text_content: described(Nullable(Type.String()), 'The text of an inline content; null in a block.'),
  json_blocks: described(
    Nullable(Type.Array(Type.Record(Type.String(), Type.Unknown()))),
    'The blocks of a block content; null in an inline one.',
  ),
  intentionally_empty: Type.Boolean({ description: 'True if nothing is shown, rather than another variation.' }),
  created_at: CreatedAt('variation'),
  updated_at: UpdatedAt('variation'),
})

export const CONTENT_TYPES = ['inline', 'block'] as const

export const DynamicContent = model('dynamic_content', {
  type: Type.Literal('dynamic_content'),
  id: IdOf('dynamic content'),
  name: Type.String({ description: 'The name, with HTML escaped.' }),
  key: Type.String({ description: 'The word that names it, made of its first name.' }),
  content_type: Type.Enum([...CONTENT_TYPES], { description: '`inline` for text in a line, `block` for blocks.' }),
  default_locale: Type.String({ description: 'The language that is shown where another is missing.' }),
  variations: described(Type.Array(Variation), 'Its variations by language and brand.'),
  created_at: CreatedAt('dynamic content'),
  updated_at: UpdatedAt('dynamic content'),
})

export type VariationRow = DynamicContentVariationsRow & { brand_is_default: boolean | null }
export type DynamicContentRow = DynamicContentsRow & { variations: VariationRow[] }

export const presentDynamicContent = (
  workspace: Pick<Workspace, 'app_id'>,
  row: DynamicContentRow,
): Static<typeof DynamicContent> => ({
  type: 'dynamic_content',
  id: String(row.id),
  name: escapeHtml(row.name),
  key: row.key,
  content_type: row.content_type as (typeof CONTENT_TYPES)[number],
  default_locale: row.default_locale,
  variations: row.variations.map((variation) => presentVariation(workspace, row.content_type, variation)),
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

const presentVariation = (
  { app_id }: Pick<Workspace, 'app_id'>,
  contentType: string,
  row: VariationRow,
): Static<typeof Variation> => ({
  type: 'dynamic_content_variation',
  id: String(row.id),
  locale: row.locale,
  brand_id: row.brand_id === null ? null : row.brand_is_default ? app_id : String(row.brand_id),
  text_content: contentType === 'inline' ? row.body : null,
  json_blocks: contentType === 'block' ? (htmlToBlocks(row.body ?? '') as Record<string, unknown>[]) : null,
  intentionally_empty: row.intentionally_empty,
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

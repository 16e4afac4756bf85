/** Filters of a content search: their form in the query, and the condition on the index that they mean. */
import type { Static, TSchema } from 'typebox'
import Type from 'typebox'
import type { Kind } from '../../content/index/queries.ts'
import { ADMIN, type Reader } from '../../content/index/reader.ts'
import { fragment, type Fragment } from '../../db/pool.ts'
import { apiError } from '../../http/errors.ts'
import { numberId } from '../../ids.ts'
import { allOf } from '../../search/combine.ts'
import { described } from '../../schema/types.ts'

const optional = <S extends TSchema>(schema: S, sentence: string) => described(Type.Optional(schema), sentence)

/** Values with commas between them, or the parameter several times. */
const List = Type.Unsafe<string | string[]>({ type: ['string', 'array'], items: { type: 'string' } })
const Text = Type.String()
const Time = Type.Integer({ minimum: 0, maximum: 253_402_300_799 })

export const filters = {
  states: optional(List, 'The states, `published` or `draft`; both by default.'),
  locales: optional(List, 'The languages, such as `en`.'),
  tag_ids: optional(List, 'The ids of tags; `tag_operator` tells how they are compared.'),
  tag_operator: optional(Text, '`IN`, the default, for content with one of the tags; `NIN` for content with none.'),
  any_tag_ids: optional(List, 'The ids of tags of which the content has one.'),
  folder_ids: optional(List, 'The ids of folders that the content is in. Needs `folder_entity_type`.'),
  folder_entity_type: optional(Text, 'The kind of the folders: `folder`.'),
  content_types: optional(
    List,
    'The types of content: `snippet`, `external_content`, `file_source_content`, `internal_article`, `article`.',
  ),
  copilot_state: optional(Text, '`on` for content that the copilot of admins may use, `off` for other content.'),
  fin_service_state: optional(Text, '`on` for content that the AI agent may answer with, `off` for other content.'),
  fin_sales_state: optional(Text, '`on` for content that the AI sales agent may use, `off` for other content.'),
  created_by_ids: optional(List, 'The ids of the admins who created it.'),
  last_updated_by_ids: optional(List, 'The ids of the admins who changed it last.'),
  created_at_after: optional(Time, 'Content that was created then or later.'),
  created_at_before: optional(Time, 'Content that was created then or earlier.'),
  updated_at_after: optional(Time, 'Content that was last changed then or later.'),
  updated_at_before: optional(Time, 'Content that was last changed then or earlier.'),
}
const Filters = Type.Object(filters)
export type Filters = Static<typeof Filters>

/** Types in requests, and the kinds of the index. No file is kept as content. */
const KINDS: Record<string, Kind | undefined> = {
  snippet: 'content_snippet',
  external_content: 'external_page',
  file_source_content: undefined,
  internal_article: 'internal_article',
  article: 'article',
}

/** @throws 422 parameter_invalid */
export function readFilters(query: Filters): { kind: Kind[] | undefined; reader: Reader; only: Fragment } {
  const types = wordsOf('content_types', query.content_types, Object.keys(KINDS))
  const states = wordsOf('states', query.states, ['published', 'draft']) as Reader['states'] | undefined
  return {
    kind: types?.flatMap((type) => KINDS[type] ?? []),
    reader: states ? { ...ADMIN, states } : ADMIN,
    only: allOf(conditionsOf(query)),
  }
}

function conditionsOf(query: Filters): Fragment[] {
  const locales = listOf(query.locales)
  const [anyTags, folders] = [idsOf('any_tag_ids', query.any_tag_ids), idsOf('folder_ids', query.folder_ids)]
  const tags = idsOf('tag_ids', query.tag_ids)
  const [operator = 'IN'] = wordsOf('tag_operator', query.tag_operator, ['IN', 'NIN']) ?? []
  wordsOf('folder_entity_type', query.folder_entity_type, ['folder'])
  if (folders && query.folder_entity_type === undefined)
    throw invalid('folder_ids needs folder_entity_type', 'folder_entity_type')
  const isOn = (name: 'copilot_state' | 'fin_service_state' | 'fin_sales_state', column: Fragment) => {
    const [state] = wordsOf(name, query[name], ['on', 'off']) ?? []
    return state === undefined ? undefined : fragment`${column} = ${state === 'on'}::boolean`
  }
  const by = (name: 'created_by_ids' | 'last_updated_by_ids', column: Fragment) => {
    const ids = idsOf(name, query[name])
    return ids && fragment`${column} = any(${ids}::bigint[])`
  }
  return [
    locales && fragment`x.locale = any(${locales}::text[])`,
    tags && (operator === 'IN' ? hasTag(tags) : fragment`not ${hasTag(tags)}`),
    anyTags && hasTag(anyTags),
    folders && fragment`x.folder_id = any(${folders}::bigint[])`,
    isOn('copilot_state', fragment`x.copilot`),
    isOn('fin_service_state', fragment`x.ai_agent`),
    isOn('fin_sales_state', fragment`x.sales_agent`),
    by('created_by_ids', fragment`x.created_by_id`),
    by('last_updated_by_ids', fragment`x.updated_by_id`),
    after(query.created_at_after, fragment`x.created_at`),
    before(query.created_at_before, fragment`x.created_at`),
    after(query.updated_at_after, fragment`x.updated_at`),
    before(query.updated_at_before, fragment`x.updated_at`),
  ].filter((condition) => condition !== undefined)
}

const after = (seconds: number | undefined, column: Fragment) =>
  seconds === undefined ? undefined : fragment`${column} >= to_timestamp(${seconds}::float8)`

/** Times are told in whole seconds: all of that second counts. */
const before = (seconds: number | undefined, column: Fragment) =>
  seconds === undefined ? undefined : fragment`${column} < to_timestamp(${seconds + 1}::float8)`

const hasTag = (ids: number[]): Fragment => fragment`((x.kind, x.item_id) in (
  select t.kind, t.item_id from content_tags t
  where t.workspace_id = x.workspace_id and t.tag_id = any(${ids}::bigint[])))`

/** @returns undefined where the parameter is left out or blank */
function listOf(value: string | string[] | undefined): string[] | undefined {
  const words = [value ?? []].flat().flatMap((text) => text.split(','))
  const named = words.map((word) => word.trim()).filter((word) => word !== '')
  return named.length > 0 ? named : undefined
}

function wordsOf(name: string, value: string | string[] | undefined, known: string[]): string[] | undefined {
  const words = listOf(value)
  if (words?.some((word) => !known.includes(word))) throw invalid(`${name} must be of ${known.join(', ')}`, name)
  return words
}

function idsOf(name: string, value: string | string[] | undefined): number[] | undefined {
  const ids = listOf(value)?.map(numberId)
  if (ids?.includes(undefined)) throw invalid(`${name} must be ids`, name)
  return ids as number[] | undefined
}

const invalid = (message: string, field: string) => apiError(422, 'parameter_invalid', message, field)

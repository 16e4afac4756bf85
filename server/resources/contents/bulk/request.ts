/** The request for a bulk action: its form in the reference, and its checks, which answer 422. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { ContentAction } from '../../../bulk/job.ts'
import type { Details } from '../../../bulk/request.ts'
import type { Ctx } from '../../../context.ts'
import { apiError, type ApiError } from '../../../http/errors.ts'
import { numberId } from '../../../ids.ts'
import { described } from '../../../schema/types.ts'
import { listKnownAudiences } from '../../audiences/content-audiences.ts'
import { listKnownTags } from '../../tags/queries.ts'

export const BulkRequest = Type.Object({
  action: described(
    Type.Optional(Type.Unknown()),
    '`publish`, `unpublish`, `delete`, `set_availability`, `set_audience` or `update_tags`.',
  ),
  content_ids: described(
    Type.Optional(Type.Unknown()),
    '1 to 1,000 objects with the `type` and the `id` of a content. Texts of articles are `article_content`; ' +
      '`update_tags` names their `article` instead. Types that the action does not take are left out.',
  ),
  availability: described(
    Type.Optional(Type.Unknown()),
    'For `set_availability`: any of `ai_agent`, `copilot` and `sales_agent`, each true or false.',
  ),
  audience: described(
    Type.Optional(Type.Unknown()),
    'For `set_audience`: `add_segment_ids` and `remove_segment_ids`, ids of audiences, and `remove_all`, which is ' +
      'true to take all away first.',
  ),
  tags: described(
    Type.Optional(Type.Unknown()),
    'For `update_tags`: `add_tag_ids` and `remove_tag_ids`, up to 100 ids of tags together.',
  ),
})
type BulkRequest = Static<typeof BulkRequest>

const OTHERS = ['content_snippet', 'file_source_content', 'internal_article']
const EVERY = [...OTHERS, 'external_content']
/** The types that each action takes. */
const TAKEN: Record<ContentAction, string[]> = {
  publish: ['article_content'],
  unpublish: ['article_content'],
  delete: ['article_content', ...OTHERS],
  set_availability: ['article_content', ...EVERY],
  set_audience: ['article_content', ...EVERY],
  update_tags: ['article', ...EVERY],
}
const TYPES = new Set(['article', 'article_content', ...EVERY])

const MOST_ITEMS = 1000
const MOST_TAGS = 100

/** @returns the items that the action takes, each with its change @throws 422 parameter_invalid */
export async function readBulkRequest(
  ctx: Ctx,
  request: BulkRequest,
): Promise<{ action: ContentAction; items: Details[] }> {
  const { action } = request
  if (!isAction(action)) throw invalid('action', `must be one of ${Object.keys(TAKEN).join(', ')}`)
  const named = readItems(request.content_ids)
  const change = await readChange(ctx, action, request)
  const items = named.filter(({ type }) => TAKEN[action].includes(type)).map((item) => ({ ...item, ...change }))
  return { action, items }
}

const isAction = (value: unknown): value is ContentAction => typeof value === 'string' && Object.hasOwn(TAKEN, value)

function readItems(value: unknown): { type: string; id: number }[] {
  if (!Array.isArray(value) || value.length === 0) throw invalid('content_ids', 'must be a list of content')
  if (value.length > MOST_ITEMS) throw invalid('content_ids', `must not be more than ${MOST_ITEMS}`)
  return value.map((item: unknown) => {
    const { type, id } = isObject(item) ? item : {}
    if (typeof type !== 'string' || !TYPES.has(type)) throw invalid('content_ids', 'has an unknown type')
    if (typeof id !== 'string' && typeof id !== 'number') throw invalid('content_ids', 'has an item without an id')
    const number = numberId(id)
    if (number === undefined) throw invalid('content_ids', `has an id that is none: ${String(id).slice(0, 100)}`)
    return { type, id: number }
  })
}

async function readChange(ctx: Ctx, action: ContentAction, request: BulkRequest): Promise<Details> {
  if (action === 'set_availability') return { availability: readAvailability(request.availability) }
  if (action === 'set_audience') return { audience: await readAudience(ctx, request.audience) }
  if (action === 'update_tags') return { tags: await readTags(ctx, request.tags) }
  return {}
}

function readAvailability(value: unknown): Details {
  const given = objectOf('availability', value)
  const kept = ['ai_agent', 'copilot', 'sales_agent'].filter((name) => given[name] !== undefined)
  if (kept.some((name) => typeof given[name] !== 'boolean')) throw invalid('availability', 'must be true or false')
  return Object.fromEntries(kept.map((name) => [name, given[name]]))
}

/** Audiences that are taken away need not exist any more. */
async function readAudience(ctx: Ctx, value: unknown): Promise<Details> {
  const given = objectOf('audience', value)
  const [add, remove] = [
    readIds('audience', given, 'add_segment_ids'),
    readIds('audience', given, 'remove_segment_ids'),
  ]
  const removeAll = given['remove_all'] ?? false
  if (typeof removeAll !== 'boolean') throw invalid('audience', 'remove_all must be true or false')
  const known = await listKnownAudiences(ctx.db, ctx.workspaceId, add)
  refuseUnknown('audience', add, known)
  return { add, remove, remove_all: removeAll }
}

async function readTags(ctx: Ctx, value: unknown): Promise<Details> {
  const given = objectOf('tags', value)
  const [add, remove] = [readIds('tags', given, 'add_tag_ids'), readIds('tags', given, 'remove_tag_ids')]
  const all = [...new Set([...add, ...remove])]
  if (all.length === 0) throw invalid('tags', 'must have add_tag_ids or remove_tag_ids')
  if (all.length > MOST_TAGS) throw invalid('tags', `must not be more than ${MOST_TAGS}`)
  refuseUnknown('tags', all, await listKnownTags(ctx.db, ctx.workspaceId, all))
  return { add, remove }
}

function readIds(field: string, given: Details, name: string): number[] {
  const value = given[name] ?? []
  if (!Array.isArray(value)) throw invalid(field, `${name} must be a list of ids`)
  const ids = value.map((id: unknown) => (typeof id === 'number' || typeof id === 'string' ? numberId(id) : undefined))
  if (ids.includes(undefined) || ids.length > MOST_ITEMS) throw invalid(field, `${name} must be a list of ids`)
  return [...new Set(ids as number[])]
}

function refuseUnknown(field: string, ids: number[], known: number[]): void {
  const unknown = ids.filter((id) => !known.includes(id))
  if (unknown.length > 0) throw invalid(field, `does not know ${unknown.slice(0, 10).join(', ')}`)
}

function objectOf(field: string, value: unknown): Details {
  if (!isObject(value)) throw invalid(field, 'must be given')
  return value
}

const isObject = (value: unknown): value is Details =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const invalid = (field: string, fault: string): ApiError =>
  apiError(422, 'parameter_invalid', `${field} ${fault}`, field)

/** Single options of a list: requests, and their refusals. */
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { notFound } from '../../http/errors.ts'
import { misnamedOptions } from '../data-attributes/misnamed.ts'
import { optionsOf, type ListOption } from '../data-attributes/options.ts'
import { updateDataAttribute } from '../data-attributes/queries.ts'
import { presentConversationAttribute } from './conversation-attribute.ts'
import { invalid, readLabel } from './definition.ts'
import { getConversationAttribute } from './queries.ts'

export const MIN_OPTIONS = 2
const MAX_OPTIONS = 500

export const OptionBody = Type.Object({ label: Type.Optional(Type.Unknown({ description: 'The label.' })) })

/** A list, which nobody else changes before the transaction ends. @throws 404, 422 where it is no list */
export async function lockList(ctx: Ctx, id: string): Promise<{ row: DataAttributesRow; options: ListOption[] }> {
  await lockWorkspace(ctx.db, ctx.workspaceId)
  const row = await getConversationAttribute(ctx.db, ctx.workspaceId, id)
  if (row.data_type !== 'list') throw invalid('Options can only be managed on list attributes')
  return { row, options: optionsOf(row) ?? [] }
}

/** @throws 404 */
export function getOption(options: ListOption[], id: string): ListOption {
  const option = options.find((one) => one.id === id.toLowerCase())
  if (!option) throw notFound('list_option')
  return option
}

/** @throws 422 */
export function readOptionBody(body: object): string {
  if (Object.keys(body).some((key) => key !== 'label')) throw invalid("only 'label' is accepted")
  return readLabel((body as { label?: unknown }).label)
}

/** @param how the way to give them. @throws 422 where a body names options by another key */
export function refuseMisnamedOptions(body: object, how: string): void {
  const key = misnamedOptions(body)
  if (key !== undefined) throw invalid(`${key} is not known: the options of a list are ${how}`)
}

/** @throws 422 where two that may be chosen have one label, or where there are too many */
export function refuseMuddle(options: ListOption[]): void {
  if (options.length > MAX_OPTIONS) throw invalid(`A list attribute can have at most ${MAX_OPTIONS} options`)
  const labels = options.filter(({ archived }) => !archived).map(({ label }) => label)
  const twice = labels.find((label, at) => labels.indexOf(label) !== at)
  if (twice !== undefined) throw invalid(`label '${twice}' is already an option of this attribute`)
}

/** @returns the wire form of the attribute with those options */
export async function saveOptions(ctx: Ctx, row: DataAttributesRow, options: ListOption[]) {
  refuseMuddle(options)
  const changes = { options, updated_at: ctx.now }
  return presentConversationAttribute(await updateDataAttribute(ctx.db, ctx.workspaceId, row.id, changes))
}

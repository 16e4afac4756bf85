import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { DataAttributesRow } from '../../db/types/data_attributes.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { apiError, notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { DataAttribute, isTold, presentDataAttribute } from './data-attribute.ts'
import { changeable, readLabel, readOptions, refuseMisnamedOptions, refuseOptions } from './definition.ts'
import { refuseTakenName } from '../conversation-attributes/taken.ts'
import { refuseTooMany } from './limit.ts'
import { optionsOf, withLabels } from './options.ts'
import * as queries from './queries.ts'
import { described } from '../../schema/types.ts'

export const updateDataAttribute = operation({
  method: 'PUT',
  path: '/data_attributes/{data_attribute_id}',
  group: 'Data attributes',
  summary: 'Update a data attribute',
  description:
    'Its name, its model and its type stay as they were made. An archived attribute keeps its values, ' +
    'and takes no new ones; one that a segment asks for cannot be archived.',
  params: Type.Object({ data_attribute_id: Type.String() }),
  body: described(
    Type.Object({
      archived: described(Type.Optional(Type.Boolean()), 'True to archive the attribute, false to bring it back.'),
      ...changeable,
    }),
    'The changes.',
  ),
  reply: DataAttribute,
  answer: 'The attribute as it is now.',
  handle: async (ctx, { params, body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const row = await queries.getDataAttribute(ctx.db, ctx.workspaceId, params.data_attribute_id)
    const ofConversations = row.model === 'conversation'
    if (!isTold(row) || (ofConversations && ctx.has('MoveConversationAttributes'))) throw notFound('data_attribute')
    refuseMisnamedOptions(body)
    const changes: Partial<DataAttributesRow> = {}
    if (body.label !== undefined) changes.label = readLabel(body.label)
    if (body.description !== undefined) changes.description = body.description
    if (body.messenger_writable !== undefined) changes.messenger_writable = body.messenger_writable
    if (body.options !== undefined && body.options !== null) {
      const labels = readOptions(body.options)
      refuseOptions(row.data_type)
      changes.options = withLabels(optionsOf(row) ?? [], labels)
      if (ofConversations) changes.data_type = 'list'
    }
    if (body.archived !== undefined && body.archived !== row.archived) {
      await (body.archived ? refuseDependents(ctx, row) : refuseReturn(ctx, row))
      changes.archived = body.archived
    }
    if (Object.keys(changes).length === 0) return presentDataAttribute(row)
    const after = { ...changes, updated_at: ctx.now }
    return presentDataAttribute(await queries.updateDataAttribute(ctx.db, ctx.workspaceId, row.id, after))
  },
})

async function refuseReturn(ctx: Ctx, { model, name }: DataAttributesRow): Promise<void> {
  await refuseTooMany(ctx, model)
  // An archived attribute of conversations has given up its name.
  if (model === 'conversation') await refuseTakenName(ctx, name)
}

async function refuseDependents(ctx: Ctx, row: DataAttributesRow): Promise<void> {
  if (await queries.hasDependents(ctx.db, ctx.workspaceId, row))
    throw apiError(422, 'data_invalid', 'The Data Attribute you are trying to archive has a dependant object')
}

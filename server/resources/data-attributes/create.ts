import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, Nullable } from '../../schema/types.ts'
import { isBuiltIn } from './built-in.ts'
import { DataAttribute, presentDataAttribute } from './data-attribute.ts'
import { changeable, readLabel, readModel, readName, readType, refuseMisnamedOptions } from './definition.ts'
import { refuseTooMany } from './limit.ts'
import { withLabels } from './options.ts'
import { findNamesake, insertDataAttribute } from './queries.ts'

export const createDataAttribute = operation({
  method: 'POST',
  path: '/data_attributes',
  group: 'Data attributes',
  summary: 'Create a data attribute',
  description:
    'For contacts or for companies: one of them cannot have an attribute that the other has. ' +
    'A list is made by its options, two at the least.',
  body: described(
    Type.Object({
      name: described(Type.Optional(Nullable(Type.String())), 'The name of the attribute.'),
      model: Type.Optional(Type.Unknown({ description: '`contact` or `company`.' })),
      data_type: Type.Optional(
        Type.Unknown({
          description: '`string`, `integer`, `float`, `boolean`, `datetime` or `date`; `options` for a list.',
        }),
      ),
      ...changeable,
    }),
    'The new attribute.',
  ),
  reply: DataAttribute,
  answer: 'The new attribute.',
  handle: async (ctx, { body }) => {
    refuseMisnamedOptions(body)
    const model = readModel(body.model)
    const name = readName(body.name)
    const type = readType(body.data_type, body.options)
    await lockWorkspace(ctx.db, ctx.workspaceId)
    await refuseTaken(ctx, model, name)
    await refuseTooMany(ctx, model)
    const row = await insertDataAttribute(ctx.db, ctx.workspaceId, {
      model,
      name,
      data_type: type.data_type,
      options: type.options && withLabels([], type.options),
      label: body.label === undefined ? name : readLabel(body.label),
      description: body.description ?? null,
      messenger_writable: body.messenger_writable ?? !ctx.has('KeepAttributesFromMessenger'),
      ui_writable: false,
      admin_id: ctx.actor.adminId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    return presentDataAttribute(row)
  },
})

const DATA = { contact: 'people data', company: 'company data' }

async function refuseTaken(ctx: Ctx, model: keyof typeof DATA, name: string): Promise<void> {
  const advice = `To save this as new ${DATA[model]}, use a different name.`
  if (isBuiltIn(model, name))
    throw parameterInvalid(`'${name}' is one of our standard attributes for your ${DATA[model]}. ${advice}`)
  const namesake = await findNamesake(ctx.db, ctx.workspaceId, name)
  if (namesake)
    throw parameterInvalid(`You already have '${name}' in your ${DATA[namesake.model as keyof typeof DATA]}. ${advice}`)
}

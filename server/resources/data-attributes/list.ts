import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, list } from '../../schema/types.ts'
import { builtInAttributes } from './built-in.ts'
import type { AttributeModel } from './check.ts'
import { DataAttribute, isTold, presentDataAttribute } from './data-attribute.ts'
import * as queries from './queries.ts'

export const listDataAttributes = operation({
  method: 'GET',
  path: '/data_attributes',
  group: 'Data attributes',
  scopes: ['read_users_companies', 'read_write_users'],
  summary: 'List all data attributes',
  description: 'Built-in attributes come first, then custom ones, the oldest first.',
  query: Type.Object({
    model: described(
      Type.Optional(Type.String()),
      '`contact` or `company`, and `conversation` in versions that list its attributes here. Without it, all of them.',
    ),
    include_archived: described(Type.Optional(Type.Boolean()), 'True to show archived attributes as well.'),
  }),
  reply: list(DataAttribute),
  answer: 'The attributes.',
  handle: async (ctx, { query }) => {
    const models = modelsOf(ctx, query.model)
    const rows = await queries.listDataAttributes(ctx.db, ctx.workspaceId, models, query.include_archived ?? false)
    return {
      type: 'list' as const,
      data: [...models.flatMap(builtInAttributes), ...rows.filter(isTold).map(presentDataAttribute)],
    }
  },
})

function modelsOf(ctx: Ctx, asked: string | undefined): AttributeModel[] {
  const moved = ctx.has('MoveConversationAttributes')
  if (moved && asked === 'conversation')
    throw apiError(
      422,
      'parameter_invalid',
      'model=conversation is no longer supported. Use GET /conversations/attributes instead',
    )
  const models: AttributeModel[] = moved ? ['contact', 'company'] : ['contact', 'company', 'conversation']
  if (asked === undefined) return models
  const model = models.find((name) => name === asked)
  if (!model) throw parameterInvalid(`model must be one of: ${models.join(', ')}`)
  return [model]
}

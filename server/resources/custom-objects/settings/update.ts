import Type from 'typebox'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { given, readOptionalText, readText } from '../../../http/given.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import * as queries from './queries.ts'

export const updateCustomObjectType = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/custom_object_types/{custom_object_type_identifier}',
  group: 'Custom object types',
  summary: 'Update a type of custom objects',
  description: 'Its name and its description; attributes and relationships have operations of their own.',
  params: Type.Object({ custom_object_type_identifier: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'The name that admins see.'),
      description: described(Type.Optional(Nullable(Text(2000))), 'A note on what its objects are; null clears it.'),
      identifier: Type.Optional(Type.String({ description: 'Cannot be changed: no other than it is.' })),
    }),
    'The details to change.',
  ),
  reply: CustomObjectType,
  answer: 'The type with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const { id, identifier } = await queries.getType(db, workspaceId, params.custom_object_type_identifier)
    if (body.identifier !== undefined && body.identifier !== identifier)
      throw parameterInvalid('identifier cannot be changed', 'identifier')
    const changes = given({
      name: body.name === undefined ? undefined : readText('name', body.name),
      description: body.description === undefined ? undefined : readOptionalText(body.description),
    })
    await queries.updateType(db, workspaceId, id, { ...changes, updated_at: ctx.now })
    return presentCustomObjectType(await queries.getType(db, workspaceId, identifier))
  },
})

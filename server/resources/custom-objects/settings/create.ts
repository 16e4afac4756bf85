import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { apiError, parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described, Nullable, Text } from '../../../schema/types.ts'
import { readOptionalText, readText } from '../../../http/given.ts'
import { attributeOf, MAX_ATTRIBUTES, nameTaken, NewAttribute } from './attributes.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import { insertAttribute } from './part-queries.ts'
import * as queries from './queries.ts'

const MAX_TYPES = 100

export const createCustomObjectType = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/custom_object_types',
  group: 'Custom object types',
  summary: 'Create a type of custom objects',
  description: 'With the attributes that it begins with; more can be added, and relationships.',
  body: described(
    Type.Object({
      identifier: Type.String({
        maxLength: 100,
        description: 'Its identifier in the API: letters, digits and underscores, such as `Order`. It never changes.',
      }),
      name: described(Text(), 'The name that admins see.'),
      description: described(Type.Optional(Nullable(Text(2000))), 'A note on what its objects are.'),
      attributes: described(
        Type.Optional(Type.Array(NewAttribute, { maxItems: MAX_ATTRIBUTES })),
        'The attributes that it begins with.',
      ),
    }),
    'The new type.',
  ),
  reply: CustomObjectType,
  answer: 'The new type.',
  refusals: { 409: 'Another type has the identifier.' },
  handle: async (ctx, { body }) => {
    const { db, workspaceId, now } = ctx
    const identifier = readIdentifier(body.identifier)
    const name = readText('name', body.name)
    const attributes = (body.attributes ?? []).map(attributeOf)
    const names = attributes.map((attribute) => attribute.name)
    const twice = names.find((name, at) => names.indexOf(name) !== at)
    if (twice !== undefined) throw nameTaken(twice)
    await lockWorkspace(db, workspaceId)
    if (await queries.findType(db, workspaceId, identifier))
      throw apiError(409, 'conflict', 'There is a type of custom objects with that identifier', 'identifier')
    if ((await queries.countTypes(db, workspaceId)) >= MAX_TYPES)
      throw parameterInvalid(`A workspace cannot have more than ${MAX_TYPES} types of custom objects`)
    const born = { created_at: now, updated_at: now }
    const description = readOptionalText(body.description ?? null)
    const type_id = await queries.insertType(db, workspaceId, { identifier, name, description, ...born })
    for (const attribute of attributes) await insertAttribute(db, workspaceId, { type_id, ...attribute, ...born })
    return presentCustomObjectType(await queries.getType(db, workspaceId, identifier))
  },
})

/** @throws 400 parameter_invalid */
function readIdentifier(identifier: string): string {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(identifier))
    throw parameterInvalid('identifier must be of letters, digits and underscores, a letter first', 'identifier')
  return identifier
}

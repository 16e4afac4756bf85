import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { given, readOptionalText, readText } from '../../../http/given.ts'
import { refuseMisnamedOptions } from '../../data-attributes/definition.ts'
import { changeable, getPart, readChoices } from './attributes.ts'
import { CustomObjectType, presentCustomObjectType } from './custom-object-type.ts'
import { updateAttribute } from './part-queries.ts'
import { getType } from './queries.ts'
import { described } from '../../../schema/types.ts'

export const updateCustomObjectAttribute = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/custom_object_types/{custom_object_type_identifier}/attributes/{type_attribute_id}',
  group: 'Custom object types',
  summary: 'Update an attribute of a type of custom objects',
  description: 'Missing properties stay as they are. Its name and its data type cannot be changed.',
  params: Type.Object({ custom_object_type_identifier: Type.String(), type_attribute_id: Type.String() }),
  body: described(Type.Object(changeable), 'The details to change.'),
  reply: CustomObjectType,
  answer: 'The type with its attributes.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    const type = await getType(db, workspaceId, params.custom_object_type_identifier)
    const { id, data_type } = getPart(type.attributes, params.type_attribute_id)
    refuseMisnamedOptions(body)
    const changes = given({
      label: body.label === undefined ? undefined : readText('label', body.label),
      description: body.description === undefined ? undefined : readOptionalText(body.description),
      options: readChoices(data_type, body.options),
    })
    await updateAttribute(db, workspaceId, id, { ...changes, updated_at: ctx.now })
    return presentCustomObjectType(await getType(db, workspaceId, type.identifier))
  },
})

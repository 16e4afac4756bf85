import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { updateDataAttribute } from '../data-attributes/queries.ts'
import { ConversationAttribute, presentConversationAttribute, wireType } from './conversation-attribute.ts'
import { changeable, columnsOf, readName } from './definition.ts'
import { getConversationAttribute, renameValues } from './queries.ts'
import { refuseMisnamedOptions } from './options.ts'
import { refuseTakenName } from './taken.ts'
import { described } from '../../schema/types.ts'

export const updateConversationAttribute = operation({
  method: 'PUT',
  path: '/conversations/attributes/{attribute_id}',
  group: 'Conversations Attributes',
  summary: 'Update a conversation attribute',
  description:
    'Its type stays as it was made. Under a new name it keeps the values that conversations have for it. Properties ' +
    'that the request does not name stay as they are.',
  params: Type.Object({ attribute_id: Type.String() }),
  body: described(Type.Object(changeable), 'The changes.'),
  reply: ConversationAttribute,
  answer: 'The attribute as it is now.',
  refusals: { 422: 'A property is not one that an attribute of this type can have.' },
  handle: async (ctx, { params, body }) => {
    await lockWorkspace(ctx.db, ctx.workspaceId)
    const row = await getConversationAttribute(ctx.db, ctx.workspaceId, params.attribute_id)
    refuseMisnamedOptions(body, 'changed one by one, at /conversations/attributes/{id}/options')
    const { name: given, ...rest } = body
    const columns = await columnsOf(ctx, wireType(row.data_type), rest)
    const name = given === undefined ? row.name : readName(given)
    // An archived one has given up its name, and the values under that may be another's by now.
    const renamed = name !== row.name && !row.archived
    if (renamed) await refuseTakenName(ctx, name)
    const changes = { ...columns, name, label: name, updated_at: ctx.now }
    const after = await updateDataAttribute(ctx.db, ctx.workspaceId, row.id, changes)
    // From here on nobody writes under the old name: earlier writers are done, later ones wait for this lock.
    if (renamed) await renameValues(ctx.db, ctx.workspaceId, row.name, name)
    return presentConversationAttribute(after)
  },
})

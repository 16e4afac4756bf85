import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ConversationAttribute } from './conversation-attribute.ts'
import { getOption, lockList, OptionBody, readOptionBody, saveOptions } from './options.ts'
import { relabelValues } from './queries.ts'
import { described } from '../../schema/types.ts'

export const renameOption = operation({
  method: 'PUT',
  path: '/conversations/attributes/{attribute_id}/options/{option_id}',
  group: 'Conversations Attributes',
  summary: 'Rename an option of a list',
  description: 'Conversations for which it was chosen show its new label. The whole attribute is answered.',
  params: Type.Object({ attribute_id: Type.String(), option_id: Type.String() }),
  body: described(OptionBody, 'The new label.'),
  reply: ConversationAttribute,
  answer: 'The attribute with its options.',
  handle: async (ctx, { params, body }) => {
    const { row, options } = await lockList(ctx, params.attribute_id)
    const option = getOption(options, params.option_id)
    const label = readOptionBody(body)
    const renamed = options.map((one) => (one === option ? { ...one, label } : one))
    const attribute = await saveOptions(ctx, row, renamed)
    // Values of an archived option or attribute may have been set again with the same text.
    if (!option.archived && !row.archived) await relabelValues(ctx.db, ctx.workspaceId, row.name, option.label, label)
    return attribute
  },
})

import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { newOption } from '../data-attributes/options.ts'
import { ConversationAttribute } from './conversation-attribute.ts'
import { lockList, OptionBody, readOptionBody, saveOptions } from './options.ts'
import { described } from '../../schema/types.ts'

export const addOption = operation({
  method: 'POST',
  path: '/conversations/attributes/{attribute_id}/options',
  group: 'Conversations Attributes',
  summary: 'Add an option to a list',
  description: 'It comes last. The whole attribute is answered.',
  params: Type.Object({ attribute_id: Type.String() }),
  body: described(OptionBody, 'The new option.'),
  reply: ConversationAttribute,
  answer: 'The attribute with its options.',
  handle: async (ctx, { params, body }) => {
    const { row, options } = await lockList(ctx, params.attribute_id)
    return saveOptions(ctx, row, [...options, newOption(readOptionBody(body))])
  },
})

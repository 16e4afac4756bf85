import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { ConversationAttribute, presentConversationAttribute } from './conversation-attribute.ts'
import { invalid } from './definition.ts'
import { getOption, lockList, MIN_OPTIONS, saveOptions } from './options.ts'

export const archiveOption = operation({
  method: 'DELETE',
  path: '/conversations/attributes/{attribute_id}/options/{option_id}',
  group: 'Conversations Attributes',
  summary: 'Archive an option of a list',
  description: 'It can no longer be chosen; where it was, it stays. Two options must be left.',
  params: Type.Object({ attribute_id: Type.String(), option_id: Type.String() }),
  reply: ConversationAttribute,
  answer: 'The attribute with its options.',
  handle: async (ctx, { params }) => {
    const { row, options } = await lockList(ctx, params.attribute_id)
    const option = getOption(options, params.option_id)
    if (option.archived) return presentConversationAttribute(row)
    const left = options.map((one) => (one === option ? { ...one, archived: true } : one))
    if (left.filter(({ archived }) => !archived).length < MIN_OPTIONS)
      throw invalid(`A list attribute must have at least ${MIN_OPTIONS} active options`)
    return saveOptions(ctx, row, left)
  },
})

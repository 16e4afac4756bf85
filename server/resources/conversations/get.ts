import Type from 'typebox'
import { operation } from '../../http/operation.ts'
import { Conversation } from './conversation.ts'
import { EvaluationQuery, withEvaluations } from './evaluations.ts'
import { PartFilterQuery, readPartFilter } from './part-filter.ts'
import { DisplayQuery, readConversation } from './read.ts'
import { described } from '../../schema/types.ts'

export const getConversation = operation({
  method: 'GET',
  path: '/conversations/{conversation_id}',
  group: 'Conversations',
  summary: 'Retrieve a conversation',
  description:
    'A conversation with its parts: the newest 500, oldest first. `display_as=plaintext` shows bodies and the ' +
    'subject as text, links as `label (url)`. Parts can be chosen by their types before the newest 500 are taken.',
  params: Type.Object({ conversation_id: Type.String() }),
  query: Type.Object({
    ...DisplayQuery.properties,
    ...EvaluationQuery.properties,
    ...PartFilterQuery.properties,
    include_translations: described(
      Type.Optional(Type.Boolean()),
      'True for translations of the parts; there are none.',
    ),
    include_email_history: described(
      Type.Optional(Type.Boolean()),
      'True for the emails that the parts quote; there are none.',
    ),
  }),
  reply: Conversation,
  answer: 'The conversation with its parts.',
  handle: async (ctx, { params, query }) => {
    const filter = readPartFilter(ctx, query)
    return withEvaluations(query, await readConversation(ctx, params.conversation_id, query, filter))
  },
})

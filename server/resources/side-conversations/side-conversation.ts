/** A side conversation on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, IdOf, model } from '../../schema/types.ts'
import { ConversationPart, presentPart } from '../../threads/part.ts'
import { PARTS_SHOWN } from '../../threads/queries.ts'
import type { PartRow } from '../../threads/thread.ts'

export const SideConversation = model('side_conversation_summary', {
  side_conversation_id: IdOf('side conversation'),
  conversation_parts: described(
    Type.Array(ConversationPart),
    `Its messages, oldest first: the newest ${PARTS_SHOWN} of them.`,
  ),
  total_count: described(Type.Integer(), 'The number of its messages.'),
})

export const presentSideConversation = (
  side: { id: number; total: number },
  parts: PartRow[],
): Static<typeof SideConversation> => ({
  side_conversation_id: String(side.id),
  conversation_parts: parts.map(presentPart),
  total_count: side.total,
})

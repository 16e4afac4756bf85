/** Evaluations of quality, which are shown where they are asked for. Nobody makes any: they are empty. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { ConversationWire } from './conversation.ts'
import { described } from '../../schema/types.ts'

export const EvaluationQuery = Type.Object({
  include_monitors: described(Type.Optional(Type.Boolean()), 'True to show `monitor_evaluations`.'),
  include_scorecards: described(Type.Optional(Type.Boolean()), 'True to show `scorecards`.'),
})

export function withEvaluations<C extends ConversationWire>(asked: Static<typeof EvaluationQuery>, conversation: C): C {
  if (asked.include_monitors) conversation.monitor_evaluations = []
  if (asked.include_scorecards) conversation.scorecards = []
  return conversation
}

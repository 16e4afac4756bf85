/** Evaluations of quality, which are shown where they are asked for. Nobody makes any: they are empty. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { ConversationWire } from './conversation.ts'

export const EvaluationQuery = Type.Object({
  include_monitors: Type.Optional(Type.Boolean()),
  include_scorecards: Type.Optional(Type.Boolean()),
})

export function withEvaluations<C extends ConversationWire>(asked: Static<typeof EvaluationQuery>, conversation: C): C {
  if (asked.include_monitors) conversation.monitor_evaluations = []
  if (asked.include_scorecards) conversation.scorecards = []
  return conversation
}

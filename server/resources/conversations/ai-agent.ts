/** The part that the AI agent takes in a conversation, as the thread keeps it and as the wire shows it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { described, model, Nullable, Timestamp } from '../../schema/types.ts'

export type ResolutionState =
  | 'assumed_resolution'
  | 'confirmed_resolution'
  | 'escalated'
  | 'negative_feedback'
  | 'procedure_handoff'

export interface ContentSourceState {
  content_type: 'article' | 'external_content' | 'content_snippet' | 'file' | 'workflow_connector_action'
  url: string
  title: string
  locale: string
}

/** The column `threads.ai_agent`. Times are unix seconds. */
export interface AiAgentState {
  source_type: 'profile' | 'workflow'
  source_title: string | null
  last_answer_type: 'ai_answer' | 'custom_answer' | null
  resolution_state: ResolutionState | null
  rating: number | null
  rating_remark: string | null
  created_at: number | null
  updated_at: number | null
  sources: ContentSourceState[]
}

const ContentSource = model('content_source', {
  content_type: described(Type.String(), 'The kind of content: `article` or another.'),
  url: described(Type.String(), 'Where teammates find it.'),
  title: described(Type.String(), 'Its title.'),
  locale: described(Type.String(), 'Its language.'),
})

export const AiAgent = model('ai_agent', {
  source_type: described(Nullable(Type.String()), 'Where the agent came in: `profile`, or `workflow` for a procedure.'),
  source_title: described(Nullable(Type.String()), 'The name of the procedure; null for none.'),
  last_answer_type: described(
    Nullable(Type.Enum(['ai_answer', 'custom_answer'])),
    '`ai_answer` if it was found in content, `custom_answer` if a procedure had it; null until there is one.',
  ),
  resolution_state: described(
    Nullable(
      Type.Enum(['assumed_resolution', 'confirmed_resolution', 'escalated', 'negative_feedback', 'procedure_handoff']),
    ),
    'The outcome; null until there is one.',
  ),
  rating: described(Nullable(Type.Integer()), 'The rating of the agent by the contact, from 1 to 5; null for none.'),
  rating_remark: described(Nullable(Type.String()), "The contact's own words on it; null if there are none."),
  created_at: described(Nullable(Timestamp), 'When the contact first rated the agent; null before.'),
  updated_at: described(Nullable(Timestamp), 'When that rating last changed; null before.'),
  content_sources: described(
    model('content_sources_list', {
      type: Type.Literal('content_source.list'),
      total_count: described(Type.Integer(), 'The number of sources.'),
      content_sources: described(Type.Array(ContentSource), 'All of them, the first one used first.'),
    }),
    'The content that its answers came from.',
  ),
})

/** Null for a conversation without the agent. */
export function presentAiAgent(column: unknown): Static<typeof AiAgent> | null {
  if (column === null || column === undefined) return null
  const { sources, ...state } = column as AiAgentState
  return {
    ...state,
    content_sources: { type: 'content_source.list', total_count: sources.length, content_sources: sources },
  }
}

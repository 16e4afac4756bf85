/** The registered call on the wire: how its own system and Parley call it, and what came of it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { described, model, Nullable } from '../../../schema/types.ts'
import { linesOf, TranscriptLines } from '../call.ts'
import type { FinVoiceRow } from './queries.ts'

export const RESOLUTION_STATES = [
  'assumed_resolution',
  'confirmed_resolution',
  'escalated',
  'negative_feedback',
  'procedure_handoff',
] as const

export const FinVoiceCall = model('ai_call_response', {
  id: described(Type.Integer(), 'The id of the registration.'),
  app_id: Type.Integer({ description: 'The number of the workspace.' }),
  user_phone_number: described(Type.String(), 'The number of the caller, in E.164.'),
  status: described(
    Type.Enum(['registered', 'in-progress', ...RESOLUTION_STATES]),
    '`registered` until it is matched, `in-progress` during the call, then the outcome.',
  ),
  intercom_call_id: Nullable(Type.String({ description: 'The call that it was matched with.' })),
  external_call_id: Type.String({ description: 'The id that it was registered under.' }),
  intercom_conversation_id: described(
    Nullable(Type.String()),
    'The id of the conversation of the call; null for none.',
  ),
  call_transcript: described(TranscriptLines, 'The lines of the transcript; empty without one.'),
  call_summary: Type.String({ description: 'The first 256 characters; empty where there is none.' }),
  intent: Type.Array(Type.Object({}), { description: 'Empty: no AI agent classifies calls.' }),
  data: Type.Record(Type.String(), Type.Unknown(), { description: 'Data that the registration sent along.' }),
  vendor_internal_id: described(
    Nullable(Type.String()),
    'The id that the provider gives the call; null if none was given.',
  ),
  attributes: Type.Record(Type.String(), Type.Unknown(), {
    description: 'Values that were collected during the call, by name.',
  }),
})

/** The longest summary that is shown. */
const SUMMARY = 256

export function presentFinVoiceCall({ workspaceId }: Pick<Ctx, 'workspaceId'>, row: FinVoiceRow) {
  return {
    id: row.id,
    app_id: workspaceId,
    user_phone_number: row.phone,
    status: statusOf(row),
    intercom_call_id: row.call_id === null ? null : String(row.call_id),
    external_call_id: row.external_id,
    intercom_conversation_id: row.conversation_id === null ? null : String(row.conversation_id),
    call_transcript: linesOf(row.transcript),
    call_summary: (row.summary ?? '').slice(0, SUMMARY),
    intent: [],
    data: row.data as Record<string, unknown>,
    vendor_internal_id: row.vendor_internal_id,
    attributes: row.attributes ?? {},
  }
}

/** A call that ended without a word on how is taken as resolved, as Fin does when nobody objects. */
function statusOf({ call_id, state, resolution_state }: FinVoiceRow): Static<typeof FinVoiceCall>['status'] {
  if (call_id === null) return 'registered'
  if (state !== 'completed') return 'in-progress'
  return (resolution_state ?? 'assumed_resolution') as (typeof RESOLUTION_STATES)[number]
}

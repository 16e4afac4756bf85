/**
 * The call on the wire. Its recording and its transcript are shown by the addresses of the operations that answer
 * them, and only where there is one.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import type { CallsRow } from '../../db/types/calls.ts'
import { CreatedAt, described, IdOf, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'

const Seconds = (description: string) => Nullable(Type.Integer({ description }))

const properties = {
  type: Type.Literal('call'),
  id: IdOf('call'),
  conversation_id: Nullable(Type.String({ description: 'The conversation that the call belongs to.' })),
  admin_id: Nullable(Type.String({ description: 'The admin who took or made the call.' })),
  contact_id: Nullable(Type.String({ description: 'The contact on the other end.' })),
  state: described(
    Type.Enum(['initiated', 'in_progress', 'completed']),
    '`initiated` until it is answered, `in_progress` until it ends, then `completed`.',
  ),
  initiated_at: described(Timestamp, 'When the call started.'),
  answered_at: described(Nullable(Timestamp), 'When the call was answered; null if it was not.'),
  ended_at: described(Nullable(Timestamp), 'When the call ended; null if it has not.'),
  created_at: CreatedAt('call'),
  updated_at: UpdatedAt('call'),
  recording_url: Nullable(Type.String({ description: 'Address of the operation that answers the recording.' })),
  transcription_url: Nullable(Type.String({ description: 'Address of the operation that answers the transcript.' })),
  call_type: Type.Literal('phone'),
  direction: described(Type.Enum(['inbound', 'outbound']), '`inbound` if the contact called, else `outbound`.'),
  ended_reason: Nullable(Type.String({ description: 'Why the call ended, in a word of the provider.' })),
  phone: Nullable(Type.String({ description: 'The number on the other end, in E.164.' })),
  fin_recording_url: Nullable(Type.String({ description: 'Null: no AI agent records calls.' })),
  fin_transcription_url: Nullable(Type.String({ description: 'Null: no AI agent transcribes calls.' })),
  duration: Seconds('Seconds of the caller: an inbound call counts from its start, an outbound one from its answer.'),
  talk_time: Seconds('Seconds in which both sides were connected, without the time on hold.'),
  queue_time: Seconds('Seconds that the caller waited in the queue of a team.'),
  hold_time: Seconds('Seconds that the caller was on hold.'),
}

export const Call = model('call', properties)

/** One spoken line. */
const Line = Type.Object({
  speaker: Nullable(Type.String({ description: 'Null where the line does not begin with a name.' })),
  text: Type.String({ description: 'The spoken words.' }),
})
export const TranscriptLines = Type.Array(Line)

/** The call as a search shows it. */
export const SearchedCall = model('searched_call', {
  ...properties,
  transcript: described(TranscriptLines, 'The lines of the transcript; empty without one.'),
  transcript_status: described(Nullable(Type.Literal('completed')), '`completed`; null without a transcript.'),
})

export function presentCall(ctx: Pick<Ctx, 'addressOf'>, row: CallsRow): Static<typeof Call> {
  const { initiated_at, answered_at, ended_at } = row
  const talked = secondsBetween(answered_at, ended_at)
  return {
    type: 'call',
    id: String(row.id),
    conversation_id: textOf(row.conversation_id),
    admin_id: textOf(row.admin_id),
    contact_id: row.contact_id,
    state: row.state as Static<typeof Call>['state'],
    initiated_at: unix(initiated_at),
    answered_at: unix(answered_at),
    ended_at: unix(ended_at),
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
    recording_url: row.recording_file_id === null ? null : ctx.addressOf(`/calls/${row.id}/recording`),
    transcription_url: row.transcript === null ? null : ctx.addressOf(`/calls/${row.id}/transcript`),
    call_type: 'phone',
    direction: row.direction as Static<typeof Call>['direction'],
    ended_reason: row.ended_reason,
    phone: row.phone,
    fin_recording_url: null,
    fin_transcription_url: null,
    duration: secondsBetween(row.direction === 'inbound' ? initiated_at : answered_at, ended_at),
    talk_time: talked === null ? null : Math.max(0, talked - (row.hold_time ?? 0)),
    queue_time: row.queue_time,
    hold_time: row.hold_time,
  }
}

export function presentSearchedCall(ctx: Pick<Ctx, 'addressOf'>, row: CallsRow): Static<typeof SearchedCall> {
  return {
    ...presentCall(ctx, row),
    transcript: linesOf(row.transcript),
    transcript_status: row.transcript === null ? null : 'completed',
  }
}

const SPOKEN = /^([^:]{1,60}):\s+(.+)$/

/** The lines of a transcript: `Ada: Hello` is what Ada said. */
export const linesOf = (transcript: string | null): Static<typeof TranscriptLines> =>
  (transcript ?? '').split('\n').flatMap((line) => {
    const text = line.trim()
    if (text === '') return []
    const [, speaker = null, words = text] = SPOKEN.exec(text) ?? []
    return [{ speaker, text: words }]
  })

const textOf = (id: number | null) => (id === null ? null : String(id))

const secondsBetween = (from: Date | null, to: Date | null): number | null =>
  from && to && Math.floor((to.getTime() - from.getTime()) / 1000)

/**
 * Reports of telephony providers: the one door through which calls change. An adapter turns the events of its provider
 * into these reports, inside a transaction; the manual provider (`settings/`) is one that people feed.
 *
 *   const reports = callReports(ctx, 'manual')
 *   const call = await reports.started({ direction: 'inbound', phone: '+353871234567', initiatedAt: ctx.now })
 *   await reports.answered(call.id, { at: ctx.now, adminId: 7 })
 *
 * Every report locks its call, emits the call's webhook topic and returns the changed row. A report that does not fit
 * the state of its call is refused with 409, one of a time to come with 400.
 */
import type { Ctx } from '../../context.ts'
import type { CallsRow } from '../../db/types/calls.ts'
import { deleteFile, insertFiles, type NewFile } from '../../files/queries.ts'
import { apiError, parameterInvalid } from '../../http/errors.ts'
import { readPastTime } from '../../http/given.ts'
import { followCall } from '../../threads/sla/call.ts'
import { presentCall } from './call.ts'
import { matchCall } from './fin-voice/match.ts'
import * as queries from './queries.ts'

export interface StartedCall {
  direction: 'inbound' | 'outbound'
  initiatedAt: Date
  /** In E.164. */
  phone?: string | null
  /** The provider's own id of the call. */
  externalId?: string | null
  conversationId?: number | null
  contactId?: string | null
  adminId?: number | null
}

export interface Answer {
  at: Date
  /** The admin who talks; the one of the start where this is undefined. */
  adminId?: number | undefined
}

export interface Ending {
  at: Date
  /** The provider's word: `answered` or `missed` where it has none. */
  reason?: string | undefined
  /** Seconds. */
  queueTime?: number | undefined
  holdTime?: number | undefined
  resolutionState?: string | undefined
  /** Values that were collected during the call, by name. */
  attributes?: Record<string, unknown> | undefined
}

export interface Transcript {
  text: string
  summary?: string | undefined
}

export interface CallReports {
  started(call: StartedCall): Promise<CallsRow>
  answered(id: string | number, answer: Answer): Promise<CallsRow>
  ended(id: string | number, ending: Ending): Promise<CallsRow>
  /** Replaces an earlier recording. */
  recording(id: string | number, file: NewFile): Promise<CallsRow>
  /** Replaces an earlier transcript. */
  transcript(id: string | number, transcript: Transcript): Promise<CallsRow>
}

/** @param provider the name of the adapter: ids of calls are unique for each */
export function callReports(ctx: Ctx, provider: string): CallReports {
  const { db, workspaceId, now } = ctx

  const save = async (call: CallsRow, changes: Partial<CallsRow>, topic?: string): Promise<CallsRow> => {
    const row = await queries.updateCall(db, workspaceId, call.id, { ...changes, updated_at: now })
    if (topic !== undefined) ctx.emit(topic, presentCall(ctx, row))
    return row
  }

  return {
    async started(call) {
      const externalId = call.externalId ?? null
      const row = await queries.insertCall(db, workspaceId, {
        provider,
        external_id: externalId,
        direction: call.direction,
        state: 'initiated',
        phone: call.phone ?? null,
        conversation_id: call.conversationId ?? null,
        admin_id: call.adminId ?? null,
        contact_id: call.contactId ?? null,
        initiated_at: readPastTime('initiated_at', call.initiatedAt, now),
        created_at: now,
        updated_at: now,
      })
      await matchCall(db, workspaceId, row)
      if (row.direction === 'inbound') await followCall(ctx, row.conversation_id, 'rings', row.initiated_at)
      ctx.count('calls', 1)
      ctx.emit('call.started', presentCall(ctx, row))
      return row
    },

    async answered(id, answer) {
      const call = await queries.getCallForUpdate(db, workspaceId, id)
      if (call.state !== 'initiated') throw conflict('The call was answered or has ended')
      const { adminId } = answer
      const at = readPastTime('answered_at', answer.at, now)
      if (at < call.initiated_at) throw parameterInvalid('answered_at must not be before initiated_at', 'answered_at')
      await followCall(ctx, call.conversation_id, 'answered', at)
      return save(call, {
        state: 'in_progress',
        answered_at: at,
        ...(adminId !== undefined && { admin_id: adminId }),
      })
    },

    async ended(id, ending) {
      const call = await queries.getCallForUpdate(db, workspaceId, id)
      if (call.state === 'completed') throw conflict('The call has ended')
      const at = readPastTime('ended_at', ending.at, now)
      if (at < (call.answered_at ?? call.initiated_at))
        throw parameterInvalid('ended_at must not be before the call began or was answered', 'ended_at')
      const changes = {
        state: 'completed',
        ended_at: at,
        ended_reason: ending.reason ?? (call.answered_at ? 'answered' : 'missed'),
        queue_time: ending.queueTime ?? null,
        hold_time: ending.holdTime ?? null,
        resolution_state: ending.resolutionState ?? null,
        attributes: ending.attributes ?? {},
      }
      await followCall(ctx, call.conversation_id, 'ended', at)
      return save(call, changes, 'call.ended')
    },

    async recording(id, file) {
      const call = await queries.getCallForUpdate(db, workspaceId, id)
      // A file of the call's conversation is deleted together with it.
      const [fileId] = await insertFiles(db, workspaceId, now, [{ ...file, thread_id: call.conversation_id }])
      const row = await save(call, { recording_file_id: fileId! }, 'call.recording_available')
      if (call.recording_file_id !== null) await deleteFile(db, workspaceId, call.recording_file_id)
      return row
    },

    async transcript(id, { text, summary = '' }) {
      const call = await queries.getCallForUpdate(db, workspaceId, id)
      return save(call, { transcript: text, summary }, 'call.transcription_available')
    },
  }
}

const conflict = (message: string) => apiError(409, 'conflict', message)

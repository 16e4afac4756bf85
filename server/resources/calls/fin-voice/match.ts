/**
 * Matching of registered calls with calls that a provider reports: by the other system's id of the call, else by the
 * phone number. A call whose own external id is another one is another call, whatever its number.
 */
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import type { Db } from '../../../db/pool.ts'
import type { CallsRow } from '../../../db/types/calls.ts'
import type { FinVoiceCallsRow } from '../../../db/types/fin_voice_calls.ts'
import { findOpenCallFor, findRegistrationFor, setMatch } from './queries.ts'

/** Gives a call that has just been reported to the registration that waits for it, if there is one. */
export async function matchCall(db: Db, workspaceId: number, call: CallsRow): Promise<void> {
  // Registration and report may meet: the second one sees the first.
  await lockWorkspace(db, workspaceId)
  const id = await findRegistrationFor(db, workspaceId, call)
  if (id !== undefined) await setMatch(db, workspaceId, id, call.id)
}

/** Gives a registration the call that was reported before it, if there is one. The workspace is locked. */
export async function matchRegistration(db: Db, workspaceId: number, registration: FinVoiceCallsRow): Promise<void> {
  const callId = await findOpenCallFor(db, workspaceId, registration)
  if (callId !== undefined) await setMatch(db, workspaceId, registration.id, callId)
}

/** The manual provider: people, or scripts of theirs, tell of calls. */
import { answerCall } from './answer.ts'
import { deleteCall } from './delete.ts'
import { endCall } from './end.ts'
import { recordCall } from './record.ts'
import { startCall } from './start.ts'
import { transcribeCall } from './transcribe.ts'

export const callSettings = [startCall, answerCall, endCall, recordCall, transcribeCall, deleteCall]

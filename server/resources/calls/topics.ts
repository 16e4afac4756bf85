import { Call } from './call.ts'

/** Webhook topics of calls and the model of each. */
export const callTopics = {
  'call.started': Call,
  'call.ended': Call,
  'call.recording_available': Call,
  'call.transcription_available': Call,
}

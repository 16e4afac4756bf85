/**
 * Fin: sessions in which a client has the AI agent answer its users. A request writes a message and a job; the job
 * (answer-turn.task.ts) asks the answerer, and writes the answer with its events. A session is a conversation, which
 * begin-session.ts begins; speak.ts has the steps from words to the end. Procedures speak in sessions, too.
 */
import { askFin } from './ask.ts'
import { listFinCapabilities } from './capabilities.ts'
import { rateFin } from './csat.ts'
import { escalateFin } from './escalate.ts'
import { replyToFin } from './reply.ts'
import { getFinSettings } from './settings/get.ts'
import { updateFinSettings } from './settings/update.ts'
import { startFin } from './start.ts'

export const fin = [
  startFin,
  replyToFin,
  askFin,
  escalateFin,
  rateFin,
  listFinCapabilities,
  getFinSettings,
  updateFinSettings,
]

/** Consultations in which an AI agent asked teammates. The settings API records them once they have ended. */
import { listHitlEvents } from './list.ts'
import { recordConsultation } from './settings/record.ts'

export const hitlEvents = [listHitlEvents, recordConsultation]

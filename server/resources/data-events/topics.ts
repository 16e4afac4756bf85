import { DataEvent } from './data-event.ts'

/** Webhook topics of data events and the model of each. */
export const dataEventTopics = { 'event.created': DataEvent }

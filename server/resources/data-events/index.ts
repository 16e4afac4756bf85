import { createDataEvent } from './create.ts'
import { createDataEventSummaries } from './create-summaries.ts'
import { listEvents } from './list.ts'

export const dataEvents = [createDataEvent, listEvents, createDataEventSummaries]

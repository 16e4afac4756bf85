/** Pauses of teammates in handling a conversation. The settings API records them. */
import { listHandlingEvents } from './list.ts'
import { recordHandlingEvent } from './settings/record.ts'

export const handlingEvents = [listHandlingEvents, recordHandlingEvent]

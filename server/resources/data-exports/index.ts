/**
 * Exports of messages: the messages and banners that contacts got in a period, and their answers. `content-export.ts` writes
 * the archive, by the queries of `files.ts`; the life of a job is that of every export (`server/exports`).
 */
import { cancelDataExport } from './cancel.ts'
import { createDataExport } from './create.ts'
import { downloadDataExport } from './download.ts'
import { getDataExport } from './get.ts'

export const dataExports = [createDataExport, getDataExport, cancelDataExport, downloadDataExport]

/**
 * Exports for reports: rows of a dataset (`datasets/`) in a period, with the attributes that are asked for.
 * `reporting-export.ts` writes the archive; the life of a job is that of every export (`server/exports`).
 */
import { downloadReportingExport } from './download.ts'
import { enqueueReportingExport } from './enqueue.ts'
import { listReportingDatasets } from './get-datasets.ts'
import { getReportingExport } from './get.ts'

export const reportingExports = [
  listReportingDatasets,
  enqueueReportingExport,
  getReportingExport,
  downloadReportingExport,
]

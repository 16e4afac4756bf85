/** The archive of a content export: a zip of CSV files, one for each kind of row that there is. */
import type { Transaction } from '../../db/pool.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { csvRecord } from '../../exports/csv.ts'
import type { ExportKind } from '../../exports/kind.ts'
import { readRows } from '../../exports/rows.ts'
import { writeZip, type ZipEntry } from '../../exports/zip.ts'
import { FILES, type ExportedFile } from './files.ts'

export const contentExport: ExportKind = {
  contentType: 'application/zip',
  nameOf: ({ identifier }) => `export-${identifier}.zip`,
  async write(source, job, to) {
    let some = false
    async function* entries() {
      for await (const entry of entriesOf(source, job)) {
        some = true
        yield entry
      }
    }
    await writeZip(entries(), job.created_at, to)
    return some
  },
}

/** A kind without rows has no file; the first batch of a file decides. */
async function* entriesOf(source: Transaction, job: ExportsRow): AsyncGenerator<ZipEntry> {
  for (const file of FILES) {
    const batches = readRows(source, file.query(job))
    const first = await batches.next()
    if (!first.done) yield { name: nameOf(file, job.created_at), content: csvOf(file, first.value, batches) }
  }
}

async function* csvOf({ columns }: ExportedFile, first: Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<string> {
  const record = (row: Row) => csvRecord(columns.map((column) => row[column] ?? null))
  yield csvRecord(columns) + first.map(record).join('')
  for await (const rows of rest) yield rows.map(record).join('')
}

type Row = Record<string, any>

/** `receipt_20260115-120000.csv` */
const nameOf = ({ kind }: ExportedFile, at: Date) =>
  `${kind}_${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.csv`

/** The archive of a reporting export: a gzipped tar of one CSV file. */
import { fragment, type Fragment, type Transaction } from '../../db/pool.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { csvRecord, plainTime } from '../../exports/csv.ts'
import type { ExportKind } from '../../exports/kind.ts'
import { readRows } from '../../exports/rows.ts'
import { writeTgz } from '../../exports/tgz.ts'
import { attributesIn, findAttribute, findDataset, listCustomAttributes } from './datasets/index.ts'
import type { Attribute, Dataset } from './datasets/dataset.ts'

export const reportingExport: ExportKind = {
  contentType: 'application/gzip',
  nameOf: ({ dataset_id, identifier }) => `${dataset_id}-${identifier}.tgz`,
  async write(source, job, to) {
    const dataset = findDataset(job.dataset_id!)!
    await writeTgz(`${dataset.id}.csv`, recordsOf(source, dataset, job), job.created_at, to)
    // The header is there even if nothing fell into the period.
    return true
  },
}

/** An attribute that was archived after it was asked for stays empty. */
async function* recordsOf(source: Transaction, dataset: Dataset, job: ExportsRow): AsyncGenerator<string> {
  const known = attributesIn(dataset, await listCustomAttributes(source, job.workspace_id))
  const asked = job.attribute_ids.map((id) => ({ id, attribute: findAttribute(known, id) }))
  yield csvRecord(asked.map(({ id, attribute }) => attribute?.id ?? id))
  const query = queryOf(
    dataset,
    asked.map(({ attribute }) => attribute),
    job,
  )
  for await (const rows of readRows(source, query))
    yield rows
      .map((row) =>
        csvRecord(
          asked.map((_, at) => row[`c${at}`]),
          plainTime,
        ),
      )
      .join('')
}

/** Columns are named by their places: the header may have a name twice. */
export function queryOf(dataset: Dataset, columns: (Attribute | undefined)[], job: ExportsRow): Fragment {
  const selected = columns.map(
    (column, at) => fragment`${at === 0 ? NOTHING : COMMA}${column?.sql ?? NULL} as ${fragment(`c${at}`)}`,
  )
  const { from, workspace, at, where, order, answered } = dataset
  return fragment`
    select ${selected} ${from}
    where ${workspace} = ${job.workspace_id} and ${at} >= ${job.from_time}::timestamptz
      and ${at} < ${job.to_time}::timestamptz + interval '1 second'
      and ${where} ${answered && !job.with_unanswered ? fragment`and ${answered}` : NOTHING}
    order by ${order}`
}

const NOTHING = fragment``
const COMMA = fragment`, `
const NULL = fragment`null::text`

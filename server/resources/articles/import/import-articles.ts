/**
 * Articles out of files. Each file becomes an article, or a language of one, in a transaction of its own, through the
 * steps of the API's writes: versions, events and the index are the same. A file that was taken in before, and has not
 * changed, changes nothing; one that has changed is the newer text of its article.
 */
import { createHash } from 'node:crypto'
import type { Clock } from '../../../clock.ts'
import type { Reach } from '../../../config.ts'
import type { Pool } from '../../../db/pool.ts'
import type { HelpCentersRow } from '../../../db/types/help_centers.ts'
import { findWays, type Ways } from './addresses.ts'
import { convert } from './convert.ts'
import { type Document, readDocument } from './document.ts'
import { findCenterOf, listTargets } from './queries.ts'
import type { Report } from './report.ts'
import { takeIn } from './take-in.ts'
import type { Target } from './targets.ts'

export interface ImportOptions {
  /** The admin who acts, and is the author of new articles unless another is named. */
  actor: number
  author?: number | undefined
  collection?: number | undefined
  locale?: string | undefined
  state?: 'draft' | 'published' | undefined
  /** Where relative addresses of the files lead. */
  base?: string | undefined
  /** Nothing is written. */
  dryRun?: boolean | undefined
}

export interface ImportDeps {
  db: Pool
  clock: Clock
  reach: Reach
  /** The address of a path of this server, as readers see it. */
  addressOf(path: string): string
}

export interface Run {
  deps: ImportDeps
  workspaceId: number
  center: HelpCentersRow
  options: ImportOptions
}

/** A file of the run, ready to be written. */
export interface Item {
  document: Document
  target: Target
  ways: Ways
  /** A hash of the file and the options. */
  digest: string
  report: Report
}

/** @param files with their paths from the root @returns a report for each file, in their order */
export async function importArticles(
  deps: ImportDeps,
  workspaceId: number,
  files: { path: string; bytes: Buffer }[],
  options: ImportOptions,
): Promise<Report[]> {
  const center = await findCenterOf(deps.db, workspaceId, options.collection)
  if (!center) throw new Error(`there is no collection ${options.collection}`)
  const reports: Report[] = []
  const read: { document: Document; target: Target; report: Report }[] = []
  for (const { path, bytes } of files) {
    const report: Report = { path, outcome: 'failed', taken: [], changed: [], lost: [] }
    reports.push(report)
    try {
      const document = readDocument(path, bytes, options.base)
      read.push({ document, target: targetOf(document, options.locale ?? center.locales[0]!), report })
    } catch (error) {
      report.error = (error as Error).message
    }
  }
  const targets = [...read.map(({ target }) => target), ...(await listTargets(deps.db, workspaceId))]
  const run = { deps, workspaceId, center, options }
  const waiting: Item[] = []
  for (const one of read) {
    const ways = await findWays(one.document, one.target.locale, targets, deps.reach)
    const item = { ...one, ways, digest: digestOf(one.document, one.target, options) }
    if (await takeIn(run, item)) waiting.push(item)
  }
  // Links to articles that came later in the run can be written now.
  for (const item of waiting) await takeIn(run, item, true)
  return reports
}

/** @param locale the language of files that name none */
function targetOf(document: Document, locale: string): Target {
  const { path, sourceId } = document
  const { title } = convert(document, () => undefined)
  return { path, sourceId, locale: document.locale ?? locale, title }
}

function digestOf({ bytes }: Document, { locale }: Target, { author, collection, state, base }: ImportOptions): string {
  const chosen = JSON.stringify({ locale, author, collection, state, base })
  return createHash('sha256').update(chosen).update(bytes).digest('hex')
}

/** A kind of export, which writes its archive. */
import type { Writable } from 'node:stream'
import type { Transaction } from '../db/pool.ts'
import type { ExportsRow } from '../db/types/exports.ts'

export interface ExportKind {
  contentType: string
  /** The name of the archive, in ASCII. */
  nameOf(job: ExportsRow): string
  /**
   * Streams the archive, in memory that does not grow with it.
   * @param source a transaction that sees the rows as they were when it began
   * @returns false if there is nothing to export
   */
  write(source: Transaction, job: ExportsRow, to: Writable): Promise<boolean>
}

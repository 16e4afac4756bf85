/**
 * Reads an index as one edition of it. A search takes no transaction of its own: its statements see
 * what was committed by then, each row as it stands when it is looked at. Only folding must not
 * come between them; where it does, all is read again, in one snapshot.
 */
import type { Db, Pool } from '../../db/pool.ts'
import { findEdition, findRows, type AskedQuery, type FoundRows } from './find.ts'
import { hasIndex } from './known-indexes.ts'
import { findVersion } from './lookup-queries.ts'
import { memoryOf, type Edition } from './memory.ts'
import type { IndexedModel } from './models.ts'
import { IndexMoved } from './moved.ts'
import { Parts } from './parts.ts'

export { IndexMoved }

export class IndexReader {
  readonly db: Db
  readonly workspaceId: number
  readonly model: IndexedModel
  #edition: Edition & { hasChanges: boolean }
  #parts: Parts

  constructor(
    db: Db,
    workspaceId: number,
    model: IndexedModel,
    edition: Edition & { hasChanges: boolean },
    parts: Parts,
  ) {
    this.db = db
    this.workspaceId = workspaceId
    this.model = model
    this.#edition = edition
    this.#parts = parts
  }

  find(asked: AskedQuery): Promise<FoundRows> {
    return findRows(this.db, this.workspaceId, this.model, asked, this.#edition, this.#parts)
  }

  /** Makes sure that all that was read until now was the same edition. @throws IndexMoved */
  async confirm(): Promise<void> {
    if (this.#parts.hasRead && !(await this.#stands())) throw new IndexMoved()
    this.#parts.keep()
  }

  /** What went wrong because the index was folded meanwhile did not go wrong. */
  async rethrow(error: unknown): Promise<void> {
    if (!(error instanceof IndexMoved) && (await this.#stands())) throw error
  }

  #stands = async () => (await findVersion(this.db, this.workspaceId, this.model.name)) === this.#edition.version
}

/**
 * @param read finds what it looks for, or throws IndexMoved
 * @returns undefined where the list has no index, as this process knows; an open transaction goes to the table
 */
export async function withIndex<T>(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  read: (reader: IndexReader) => Promise<T>,
): Promise<T | undefined> {
  if (!('begin' in db) || !(await hasIndex(db, workspaceId, model.name))) return undefined
  const reader = await openIndex(db, db, workspaceId, model)
  if (!reader) return undefined
  try {
    return await readWith(reader, read)
  } catch (error) {
    await reader.rethrow(error)
  }
  return db.begin('isolation level repeatable read read only', async (tx) => {
    const again = await openIndex(tx, db, workspaceId, model)
    return again && readWith(again, read)
  }) as Promise<T | undefined>
}

async function openIndex(db: Db, pool: Pool, workspaceId: number, model: IndexedModel) {
  const memory = memoryOf(pool)
  const edition = await findEdition(db, workspaceId, model.name, memory)
  return edition && new IndexReader(db, workspaceId, model, edition, new Parts(memory, db, workspaceId, model.name))
}

async function readWith<T>(reader: IndexReader, read: (reader: IndexReader) => Promise<T>): Promise<T> {
  const found = await read(reader)
  await reader.confirm()
  return found
}

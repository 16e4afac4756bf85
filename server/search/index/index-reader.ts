/**
 * Reads an index as one edition of it. A search takes no transaction of its own: its statements see
 * what was committed by then, each row as it stands when it is looked at. Only folding must not
 * come between them; where it does, all is read again, at last in one snapshot.
 */
import type { Db, Fragment, Pool } from '../../db/pool.ts'
import { askForEdition, editionName, findRows, type AskedQuery, type FoundRows } from './find.ts'
import { refuseMoved, rememberAttributes } from './known-attributes.ts'
import { hasIndex } from './known-indexes.ts'
import { standsStill } from './lookup-queries.ts'
import { memoryOf, type Edition, type Memory } from './memory.ts'
import type { IndexedModel } from './models.ts'
import { IndexMoved } from './moved.ts'
import { Parts } from './parts.ts'

interface Source {
  db: Db
  workspaceId: number
  model: IndexedModel
  memory: Memory
}

export class IndexReader {
  readonly source: Source
  /**
   * For the last statement of a search: true as long as all that was read is one edition, and where
   * that was remembered, nothing changed since. If it finds rows, it was; if it finds none, who knows.
   */
  readonly stands: Fragment
  #edition: Edition
  #hasChanges: boolean
  #isRemembered: boolean
  #parts: Parts

  /** @param hasChanges whether anything changed since; undefined where nobody asked, be it for a newer edition */
  constructor(source: Source, edition: Edition, hasChanges?: boolean) {
    const { db, workspaceId, model, memory } = source
    this.source = source
    this.#isRemembered = hasChanges === undefined
    this.stands = standsStill(workspaceId, model.name, edition.version, this.#isRemembered)
    this.#edition = edition
    this.#hasChanges = hasChanges ?? false
    this.#parts = new Parts(memory, { db, workspaceId, model: model.name, numbers: edition.numbers })
  }

  /** @throws AttributesMoved */
  async find(asked: AskedQuery): Promise<FoundRows> {
    refuseMoved(asked.context, this.#edition.version)
    if (this.#isRemembered) this.#parts.whenKept(() => rememberAttributes(this.#edition, asked.context))
    const { db, workspaceId, model, memory } = this.source
    const read = { edition: this.#edition, hasChanges: this.#hasChanges, parts: this.#parts, memory }
    return findRows(db, workspaceId, model, asked, read)
  }

  /** Remembers what was read: it is known to be of one edition. */
  keep(): void {
    this.#parts.keep()
  }

  /** Makes sure that all that was read until now is of one edition. @throws IndexMoved */
  async confirm(): Promise<void> {
    if ((this.#parts.hasRead || this.#isRemembered) && !(await this.hasStood())) throw new IndexMoved()
    this.keep()
  }

  /** Whether the edition is still the one that there is; where it was remembered, with nothing changed since. */
  async hasStood(): Promise<boolean> {
    const [row] = await this.source.db<{ stands: boolean | null }[]>`select ${this.stands} as stands`
    return row!.stands === true
  }
}

/**
 * @param read finds what it looks for, of one edition, or throws IndexMoved
 * @returns undefined where the list has no index, as this process knows; an open transaction goes to the table
 */
export async function withIndex<T>(
  db: Db,
  workspaceId: number,
  model: IndexedModel,
  read: (reader: IndexReader) => Promise<T>,
): Promise<T | undefined> {
  if (!('begin' in db) || !(await hasIndex(db, workspaceId, model.name))) return undefined
  const source = { db, workspaceId, model, memory: memoryOf(db) }
  const remembered = source.memory.editions.get(editionName(workspaceId, model.name))
  if (remembered?.isCalm) {
    const found = await unlessMoved(new IndexReader(source, remembered), read)
    if (found) return found.value
    remembered.isCalm = false
  }
  const asked = await askForEdition(db, workspaceId, model.name, source.memory)
  if (!asked) return undefined
  const found = await unlessMoved(new IndexReader(source, asked.edition, asked.hasChanges), read)
  return found ? found.value : inOneSnapshot(db, source, read)
}

/** @returns nothing where the index moved: what else went wrong then, went wrong because of it */
async function unlessMoved<T>(
  reader: IndexReader,
  read: (reader: IndexReader) => Promise<T>,
): Promise<{ value: T } | undefined> {
  try {
    return { value: await read(reader) }
  } catch (error) {
    if (error instanceof IndexMoved) return undefined
    const hasStood = await reader.hasStood().catch(() => true) // the first error tells more
    if (hasStood) throw error
    return undefined
  }
}

function inOneSnapshot<T>(db: Pool, source: Source, read: (reader: IndexReader) => Promise<T>): Promise<T | undefined> {
  return db.begin('isolation level repeatable read read only', async (tx) => {
    const asked = await askForEdition(tx, source.workspaceId, source.model.name, source.memory)
    if (!asked) return undefined
    return (await unlessMoved(new IndexReader({ ...source, db: tx }, asked.edition, asked.hasChanges), read))?.value
  }) as Promise<T | undefined>
}

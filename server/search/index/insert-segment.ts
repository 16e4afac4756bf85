/** The SQL that writes a segment. */
import type { Db } from '../../db/pool.ts'
import type { SegmentContent } from './content.ts'
import type { ModelName } from './models.ts'
import { encodeSet, type RowSet } from './row-set.ts'

/** @param ids in the order of their positions */
export async function insertSegment(
  db: Db,
  workspaceId: number,
  model: ModelName,
  { ids, live, content }: { ids: string[]; live: RowSet; content: SegmentContent },
): Promise<void> {
  const [row] = await db<{ segment: number }[]>`
    insert into search_segments (workspace_id, model, segment, size, alive, live)
    values (${workspaceId}, ${model}, nextval('search_segment_numbers'), ${ids.length}, ${ids.length}, ${encodeSet(live)})
    returning segment`
  const { segment } = row!
  await db`
    insert into search_rows (workspace_id, model, segment, position, id)
    select ${workspaceId}, ${model}, ${segment}, place - 1, id
    from unnest(${ids}::text[]) with ordinality as given (id, place)`
  for (const part of parts(content.postings))
    await db`
      insert into search_postings (workspace_id, model, segment, field, kind, key, label, count, rows)
      select ${workspaceId}, ${model}, ${segment}, field, kind, key, label, count, decode(rows, 'base64') from unnest(
        ${part.map(({ field }) => field)}::text[], ${part.map(({ kind }) => kind)}::smallint[],
        ${part.map(({ key }) => key)}::text[], ${part.map(({ label }) => label)}::text[], ${part.map(({ count }) => count)}::int[],
        ${part.map(({ rows }) => base64(rows))}::text[]) given (field, kind, key, label, count, rows)`
  for (const part of parts(content.numbers))
    await db`
      insert into search_numbers (workspace_id, model, segment, field, low, size, numbers, texts, first, rows, below)
      select ${workspaceId}, ${model}, ${segment}, field, low, size,
        decode(numbers, 'base64'), decode(texts, 'base64'), first::json, decode(rows, 'base64'), decode(below, 'base64')
      from unnest(
        ${part.map(({ field }) => field)}::text[], ${part.map(({ low }) => low)}::float8[],
        ${part.map(({ size }) => size)}::int[], ${part.map(({ numbers }) => base64(numbers))}::text[],
        ${part.map(({ texts }) => base64(texts))}::text[], ${part.map(({ first }) => first)}::text[],
        ${part.map(({ rows }) => base64(rows))}::text[], ${part.map(({ below }) => base64(below))}::text[])
        given (field, low, size, numbers, texts, first, rows, below)`
}

/** The driver sends no arrays of bytes. */
const base64 = (bytes: Buffer | null) => bytes && bytes.toString('base64')

/** So many bytes in one statement, about. */
const BYTES = 2_000_000

function* parts<T extends { rows: Buffer; texts?: Buffer | null; below?: Buffer | null }>(items: T[]): Generator<T[]> {
  let part: T[] = []
  let bytes = 0
  for (const item of items) {
    part.push(item)
    bytes += item.rows.length + (item.texts?.length ?? 0) + (item.below?.length ?? 0) + 100
    if (bytes < BYTES) continue
    yield part
    part = []
    bytes = 0
  }
  if (part.length > 0) yield part
}

/**
 * Rows of all workspaces are numbered together and dealt out like cards: of each round, a hundred go
 * to the big workspace and, in between, one to each small one. So rows of different workspaces lie
 * beside each other, in the tables and in time, as they do where customers share a server.
 *
 *   n  the row among all rows of its kind       w  its workspace, 1 is the big one
 *   k  the row among those of its workspace     (all but w from 0)
 */
import { fragment, type Fragment, type Pool } from '../../../server/db/pool.ts'
import type { Size } from './size.ts'

type Kind = 'contacts' | 'companies' | 'conversations'

/** Rows of all workspaces together. */
export const rowsOfAll = (size: Size, kind: Kind): number => (size[kind] / 100) * (100 + size.neighbours)

/** The rows from `first` on, with what their workspace is called and has: see workspaces.ts. */
export function dealt(size: Size, kind: Kind, { first, rows }: Batch): Fragment {
  const { neighbours } = size
  const { round, stride } = dealing(size)
  return fragment`(
    select w.*, n, case when w.w = 1 then n / ${round} * 100 + card - least(${neighbours}::int, card / ${stride}) else n / ${round} end as k,
      case when w.w = 1 then ${size[kind]}::int else ${size[kind] / 100}::int end as rows,
      case when w.w = 1 then ${size.contacts}::int else ${size.contacts / 100}::int end as contacts,
      case when w.w = 1 then ${size.companies}::int else ${size.companies / 100}::int end as companies
    from generate_series(${first}::bigint, ${first + rows - 1}::bigint) n
    cross join lateral (select n % ${round} as card) _
    join bench.workspaces w on w.w =
      case when card % ${stride} = ${stride - 1} and card / ${stride} < ${neighbours}::int then card / ${stride} + 2 else 1 end) dealt`
}

/** Every so many cards of a round, one is a small workspace's, until each has one. */
function dealing({ neighbours }: Size) {
  const round = 100 + neighbours
  return { round, stride: Math.floor(round / neighbours) }
}

export interface Batch {
  first: number
  rows: number
}

/** Statements of so many rows, two at a time: a second processor core is not left idle. */
export async function inBatches(all: number, rows: number, insert: (batch: Batch) => Promise<unknown>): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < all) {
      const first = next
      next += rows
      await insert({ first, rows: Math.min(rows, all - first) })
    }
  }
  await Promise.all([work(), work()])
}

/**
 * Tables that the inserts share, in a schema that is dropped at the end. Chance is a hash of the row's number and of
 * what it decides, so that every run makes the same rows.
 */
export async function createFunctions(db: Pool, size: Size, now: Date): Promise<void> {
  const { round, stride } = dealing(size)
  const until = `timestamptz '${now.toISOString()}'`
  const timed = (kind: Kind) => `${until} - interval '3 years' * (1 - n::float8 / ${rowsOfAll(size, kind)})`
  await db.unsafe(`
    create schema bench;
    create function bench.now() returns timestamptz language sql immutable as $$ select ${until} $$;
    -- From 0 to below 1.
    create function bench.chance(n bigint, what int) returns float8 language sql immutable as
      $$ select (hashint8extended(n, what) & 2147483647)::float8 / 2147483648 $$;
    create function bench.pick(list text[], chance float8) returns text language sql immutable as
      $$ select list[1 + floor(chance * cardinality(list))::int] $$;
    create function bench.contact_time(n bigint) returns timestamptz language sql immutable as
      $$ select date_trunc('milliseconds', ${timed('contacts')}) $$;
    create function bench.company_time(n bigint) returns timestamptz language sql immutable as
      $$ select date_trunc('milliseconds', ${timed('companies')}) $$;
    create function bench.conversation_time(n bigint) returns timestamptz language sql immutable as
      $$ select date_trunc('milliseconds', ${timed('conversations')}) $$;
    -- A row's number among all, from its number in its workspace.
    create function bench.place(w int, k bigint) returns bigint language sql immutable as
      $$ select case when w = 1 then k / 100 * ${round} + k % 100 + least(${size.neighbours}, k % 100 / ${stride - 1})
        else k * ${round} + (w - 1) * ${stride} - 1 end $$;
    create function bench.hex_id(made_at timestamptz, maker text, n bigint) returns text language sql immutable as
      $$ select lpad(to_hex(extract(epoch from made_at)::bigint), 8, '0') || maker || lpad(to_hex(n & 16777215), 6, '0') $$;
    create function bench.contact_id(n bigint) returns text language sql immutable as
      $$ select bench.hex_id(bench.contact_time(n), 'be0000c011', n) $$;
    create function bench.company_id(n bigint) returns text language sql immutable as
      $$ select bench.hex_id(bench.company_time(n), 'be0000c0de', n) $$;
    create function bench.contact_role(n bigint) returns text language sql immutable as
      $$ select case when bench.chance(n, 1) < 0.8 then 'user' else 'lead' end $$;
  `)
}

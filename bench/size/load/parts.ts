/** The parts of conversations: an assignment where there is one, an exchange of comments, the close. */
import type { Pool } from '../../../server/db/pool.ts'
import { FIRST_THREAD } from './conversations.ts'
import { dealt, inBatches, rowsOfAll } from './deal.ts'
import type { Size } from './size.ts'
import { bodies } from './words.ts'

const BATCH = 5_000
const FIRST_PART = 50_001

export async function insertParts(db: Pool, size: Size): Promise<void> {
  const all = rowsOfAll(size, 'conversations')
  await inBatches(
    all,
    BATCH,
    (batch) => db`
      insert into thread_parts (workspace_id, thread_id, id, part_type, body, author_type, author_contact_id,
        author_admin_id, assigned_to_type, assigned_to_id, state, created_at, updated_at, notified_at)
      select workspace_id, thread_id, ${FIRST_PART} + n * ${size.parts} + place - 1, part_type,
        case when part_type = 'comment' then bodies.text end,
        case when by_admin then 'admin' else bench.contact_role(n) end,
        case when not by_admin then contact_ids[1] end, case when by_admin then teammate_ids[1] end,
        case when part_type = 'assignment' then 'admin' end,
        case when part_type = 'assignment' then admin_assignee_id end,
        case when place = ${size.parts} then state else 'open' end, made_at, made_at, made_at
      from (
        select threads.workspace_id, threads.id as thread_id, n, place, contact_ids, teammate_ids, admin_assignee_id, state,
          created_at + (updated_at - created_at) / ${size.parts} * place as made_at,
          place % 2 = 1 or (state <> 'open' and place = ${size.parts}) as by_admin,
          case when place = 1 and admin_assignee_id is not null then 'assignment'
            when place = ${size.parts} and state = 'closed' then 'close' else 'comment' end as part_type
        from ${dealt(size, 'conversations', batch)}
        join threads on threads.workspace_id = dealt.workspace_id and threads.id = ${FIRST_THREAD} + n
        cross join generate_series(1, ${size.parts}::int) place) one
      join bench.bodies on bodies.i = floor(bench.chance(n * ${size.parts} + place, 1) * ${bodies})::int`,
  )
  await db`select setval(pg_get_serial_sequence('thread_parts', 'id'), ${FIRST_PART + all * size.parts}::bigint)`
}

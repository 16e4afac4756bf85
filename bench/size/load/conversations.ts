/**
 * Conversations: of contacts who were there before, those that are open mostly the newest. An admin
 * who left is on half of the oldest fiftieth, and the oldest hundredth was begun by a campaign.
 */
import { fragment, type Pool } from '../../../server/db/pool.ts'
import { dealt, inBatches, rowsOfAll, type Batch } from './deal.ts'
import { everyNth, type Size } from './size.ts'
import { tagsOf } from './tags.ts'
import { FREQUENT_WORD, phrases, RARE_WORDS, UNCOMMON_WORD } from './words.ts'

const BATCH = 10_000
/** The first id, and the first message's, as new databases give them. */
export const FIRST_THREAD = 20_001
const FIRST_MESSAGE = 30_001

export async function insertConversations(db: Pool, size: Size): Promise<void> {
  const all = rowsOfAll(size, 'conversations')
  await inBatches(all, BATCH, (batch) => insert(db, size, batch))
  await db`select setval(pg_get_serial_sequence('threads', 'id'), ${FIRST_THREAD + all}::bigint),
    setval('message_ids', ${FIRST_MESSAGE + all}::bigint)`
}

async function insert(db: Pool, size: Size, batch: Batch): Promise<void> {
  const nthRareWord = everyNth(size.conversations, RARE_WORDS.length * 20)
  await db`
    insert into threads (workspace_id, id, state, read, priority, created_at, updated_at, waiting_since, snoozed_until,
      admin_assignee_id, team_assignee_id, source_type, source_id, source_delivered_as, source_subject, source_body,
      source_author_type, source_contact_id, source_admin_id, source_url, first_contact_reply_at,
      first_contact_reply_type, first_assignment_at, first_admin_reply_at, first_close_at, last_assignment_at,
      last_assignment_admin_reply_at, last_contact_reply_at, last_admin_reply_at, last_close_at, last_closed_by_id,
      time_to_assignment, time_to_admin_reply, time_to_first_close, time_to_last_close, median_time_to_reply,
      count_reopens, count_assignments, count_conversation_parts, rating, rating_remark, rating_contact_id,
      rating_admin_id, rating_requested_at, rating_replied_at, rating_updated_at, contact_ids, teammate_ids, tag_ids)
    select workspace_id, id, state, not is_waiting,
      case when bench.chance(n, 1) < 0.05 then 'high' else 'none' end, made_at, ended_at,
      case when is_waiting then ended_at end, case when state = 'snoozed' then bench.now() + interval '3 days' end,
      case when is_assigned then agent_id end, case when bench.chance(n, 2) < 0.6 then team_ids[1 + floor(bench.chance(n, 3) * 4)::int] end,
      source_type, ${FIRST_MESSAGE} + n,
      case when by_campaign then 'operator_initiated' when by_admin then 'admin_initiated' else 'customer_initiated' end,
      case when source_type = 'email' then subjects.text else '' end,
      '<p>' || upper(left(subjects.text, 1)) || substr(subjects.text, 2) || ' ' || middles.text || ${specialWords(nthRareWord)} || '. ' || ends.text || '.</p>',
      case when by_admin then 'admin' else bench.contact_role(contact_n) end, case when not by_admin then contact_id end,
      case when by_admin then agent_id end, 'https://app.example/page/' || n % 50, made_at + gap * 2,
      source_type, case when is_assigned then made_at + gap end, made_at + gap * 3, closed_at,
      case when is_assigned then made_at + gap end, case when is_assigned then made_at + gap * 3 end, made_at + gap * 8,
      made_at + gap * 9, closed_at, case when closed_at is not null then agent_id end,
      case when is_assigned then seconds end, seconds * 3, ${ifClosed('seconds * 10')}, ${ifClosed('seconds * 10')}, seconds,
      case when bench.chance(n, 4) < 0.08 then 1 + floor(power(bench.chance(n, 5), 4) * 5)::int else 0 end,
      is_assigned::int, ${size.parts}::int + 1, rating, case when rating is not null then middles.text end,
      ${ifRated('contact_id')}, ${ifRated('agent_id')}, ${ifRated('closed_at')}, ${ifRated('closed_at')}, ${ifRated('closed_at')},
      array_remove(array[contact_id, second_contact_id], null), array[agent_id], array_remove(array[${tagsOf(60)}], null)
    from (
      select *, ${FIRST_THREAD} + n as id, bench.contact_id(contact_n) as contact_id, extract(epoch from gap)::int as seconds,
        case when contacts > 1 and bench.chance(n, 7) < 0.02 then bench.contact_id(bench.place(w, (contact_k + 1) % contacts)) end as second_contact_id,
        made_at + gap * 10 as ended_at, case when state = 'closed' then made_at + gap * 10 end as closed_at,
        state = 'open' and bench.chance(n, 8) < 0.5 as is_waiting, by_campaign or bench.chance(n, 9) < 0.1 as by_admin,
        case when state = 'closed' and bench.chance(n, 10) < 0.15 then 1 + floor(sqrt(bench.chance(n, 11)) * 5)::int end as rating
      from (
        select *, bench.place(w, contact_k) as contact_n, date_trunc('milliseconds', least((bench.now() - made_at) / 11,
          interval '30 seconds' + interval '2 days' * power(bench.chance(n, 12), 6))) as gap
        from (
          select *, bench.conversation_time(n) as made_at, k < rows * 0.01 as by_campaign, bench.chance(n, 14) < 0.8 as is_assigned,
            floor(bench.chance(n, 15) * contacts * (k + 1) / rows)::bigint as contact_k,
            case when bench.chance(n, 16) < 0.6 * power(k::float8 / rows, 8) then 'open' when bench.chance(n, 16) < 0.75 * power(k::float8 / rows, 8) then 'snoozed' else 'closed' end as state,
            case when k < rows * 0.02 and bench.chance(n, 17) < 0.5 then admin_ids[11] else admin_ids[1 + floor(power(bench.chance(n, 18), 1.5) * 10)::int] end as agent_id,
            bench.pick('{conversation,conversation,conversation,conversation,email,email,facebook}', bench.chance(n, 19)) as source_type
          from ${dealt(size, 'conversations', batch)} offset 0) one offset 0) two offset 0) three
    join bench.phrases subjects on subjects.i = floor(bench.chance(n, 20) * ${phrases})::int
    join bench.phrases middles on middles.i = floor(bench.chance(n, 21) * ${phrases})::int
    join bench.phrases ends on ends.i = floor(bench.chance(n, 22) * ${phrases})::int`
}

const ifClosed = (sql: 'seconds * 10') => fragment`case when closed_at is not null then ${fragment.unsafe(sql)} end`
const ifRated = (column: 'contact_id' | 'agent_id' | 'closed_at') =>
  fragment`case when rating is not null then ${fragment(column)} end`

const specialWords = (nthRareWord: number) => fragment`
  case when bench.chance(n, 23) < ${FREQUENT_WORD.share}::float8 then ' ' || ${FREQUENT_WORD.word} else '' end ||
  case when bench.chance(n, 24) < ${UNCOMMON_WORD.share}::float8 then ' ' || ${UNCOMMON_WORD.word} else '' end ||
  case when k % ${nthRareWord}::int = 3
    then ' ' || (${RARE_WORDS}::text[])[1 + k / ${nthRareWord}::int % ${RARE_WORDS.length}::int] else '' end`

/** Writes the arrays of conversations as rows. */
export async function insertConversationLinks(db: Pool, size: Size): Promise<void> {
  await inBatches(rowsOfAll(size, 'conversations'), BATCH, async (batch) => {
    const threads = fragment`${dealt(size, 'conversations', batch)}
      join threads on threads.workspace_id = dealt.workspace_id and threads.id = ${FIRST_THREAD} + n`
    await db`
      insert into thread_contacts (workspace_id, thread_id, contact_id, created_at)
      select threads.workspace_id, id, contact_id, created_at from ${threads}, unnest(contact_ids) contact_id`
    await db`
      insert into thread_tags (workspace_id, thread_id, tag_id, applied_by, applied_at)
      select threads.workspace_id, id, tag_id, admin_ids[1], created_at from ${threads}, unnest(tag_ids) tag_id`
  })
}

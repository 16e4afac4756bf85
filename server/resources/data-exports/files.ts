/** The files of a content export: the columns of each, and the query of its rows. */
import { fragment, type Fragment } from '../../db/pool.ts'
import type { ExportsRow } from '../../db/types/exports.ts'
import { hasWords } from '../../threads/contact-words.ts'
import { OVERVIEW, RECEIPT } from './columns.ts'

export interface ExportedFile {
  /** The file's name begins with it. */
  kind: string
  columns: string[]
  query(job: ExportsRow): Fragment
}

type Period = Pick<ExportsRow, 'workspace_id' | 'from_time' | 'to_time'>

/** Both ends are whole seconds and belong to it. */
const within = (column: Fragment, { from_time, to_time }: Period) => fragment`
  ${column} >= ${from_time}::timestamptz and ${column} < ${to_time}::timestamptz + interval '1 second'`

const WORDS = fragment`
  case m.message_type when 'email' then 'Email' when 'sms' then 'SMS' when 'whatsapp' then 'WhatsApp' else 'Chat' end`

/**
 * The e-mail `e` that brought the message `m` to its recipient `r`, if one did. A merged contact may have several
 * addresses: a bounce stands beside its own.
 */
const mailed = fragment`
  cross join lateral (
    select min(d.settled_at) filter (where d.state = 'bounced') as bounced_at, bool_and(d.state = 'skipped') as skipped,
      (array_agg(d.address order by d.state = 'bounced' desc, d.state = 'skipped', d.mail_id, d.position))[1] as address
    from mails l join mail_recipients d on d.workspace_id = l.workspace_id and d.mail_id = l.id
    where l.workspace_id = m.workspace_id and l.source_id = m.id and d.contact_id = r.contact_id) e`

/** Messages of the period to each of their recipients who were sent one, with the first answers to them. */
const messages = (period: Period) => fragment`
  select 0 as place, m.id as source, r.contact_id, 'm' || m.id || '-' || r.contact_id as receipt_id, m.id::text as content_id,
    ${WORDS} as content_type, m.subject as content_title, 'api' as created_via, m.created_at as received_at,
    m.thread_id as conversation_id,
    (select min(p.created_at) from thread_parts p
      where p.workspace_id = m.workspace_id and p.thread_id = m.thread_id and p.author_contact_id = r.contact_id
        and ${hasWords(fragment`p`)}) as first_reply,
    (select count(*) from thread_parts p
      where p.workspace_id = m.workspace_id and p.thread_id = m.thread_id and p.author_contact_id = r.contact_id
        and ${hasWords(fragment`p`)}) as replies,
    null::timestamptz as first_dismissal,
    (select min(c.updated_at) from channel_messages c
      where c.workspace_id = m.workspace_id and c.source_id = m.id and c.contact_id = r.contact_id and c.status = 'failed')
      as failed_at,
    e.bounced_at as first_hard_bounce, e.address
  from messages m join message_recipients r on r.workspace_id = m.workspace_id and r.message_id = m.id ${mailed}
  where m.workspace_id = ${period.workspace_id} and ${within(fragment`m.created_at`, period)} and e.skipped is not true`

/** Banners that were first shown in the period. */
const banners = (period: Period) => fragment`
  select 1, v.id, v.contact_id, 'b' || v.id, b.id::text, 'Banner', b.title, 'settings', v.created_at, null::bigint,
    null::timestamptz, 0, v.dismissed_at, null::timestamptz, null::timestamptz, null::text
  from banner_views v join banners b on b.workspace_id = v.workspace_id and b.id = v.banner_id
  where v.workspace_id = ${period.workspace_id} and ${within(fragment`v.created_at`, period)}`

const receipts = (period: Period) => fragment`(${messages(period)} union all ${banners(period)}) s`

const receipt: ExportedFile = {
  kind: 'receipt',
  columns: RECEIPT,
  query: (job) => fragment`
    select c.id as user_id, c.external_id as user_external_id, coalesce(o.id, '-1') as company_id,
      o.company_id as company_external_id, coalesce(s.address, c.email) as email, c.name, s.content_id as ruleset_id, s.content_id, s.content_type,
      s.content_title, s.created_via, s.receipt_id, s.received_at, s.conversation_id::text, '-1' as series_id,
      s.first_reply, s.first_dismissal, s.first_hard_bounce,
      case when s.content_type = 'SMS' then s.failed_at end as first_sms_failure,
      case when s.content_type = 'WhatsApp' then s.failed_at end as first_whatsapp_failure
    from ${receipts(job)}
    join contacts c on c.workspace_id = ${job.workspace_id} and c.id = s.contact_id
    left join companies o on o.workspace_id = ${job.workspace_id} and o.id = c.company_ids[1]
    order by s.place, s.source, s.contact_id`,
}

const reply: ExportedFile = {
  kind: 'reply',
  columns: ['receipt_id', 'replied_at'],
  query: (job) => fragment`
    select 'm' || m.id || '-' || r.contact_id as receipt_id, p.created_at as replied_at
    from messages m join message_recipients r on r.workspace_id = m.workspace_id and r.message_id = m.id
    join thread_parts p on p.workspace_id = m.workspace_id and p.thread_id = m.thread_id
      and p.author_contact_id = r.contact_id and ${hasWords(fragment`p`)}
    ${mailed}
    where m.workspace_id = ${job.workspace_id} and ${within(fragment`m.created_at`, job)} and e.skipped is not true
    order by m.id, r.contact_id, p.created_at, p.id`,
}

const dismissal: ExportedFile = {
  kind: 'dismissal',
  columns: ['receipt_id', 'dismissed_at'],
  query: (job) => fragment`
    select s.receipt_id, s.first_dismissal as dismissed_at from ${receipts(job)}
    where s.first_dismissal is not null order by s.place, s.source`,
}

const hardBounce: ExportedFile = {
  kind: 'hard_bounce',
  columns: ['receipt_id', 'bounced_at'],
  query: (job) => fragment`
    select s.receipt_id, s.first_hard_bounce as bounced_at from ${receipts(job)}
    where s.first_hard_bounce is not null order by s.place, s.source, s.contact_id`,
}

/** Statistics that are measured of a message, by the column of its receipts; the others stay empty. */
const measured = (name: string, column: Fragment, total = fragment`count(${column})::int`) => fragment`
  ${total} as ${fragment(`${name}_total`)}, count(distinct s.contact_id) filter (where ${column} is not null)::int
    as ${fragment(`${name}_unique`)}, round(100.0 * count(${column}) / count(*), 2)::float8 as ${fragment(`${name}_rate`)}`

const overview: ExportedFile = {
  kind: 'overview',
  columns: OVERVIEW,
  query: (job) => fragment`
    select s.content_id as ruleset_id, min(s.received_at) as created_at, min(s.content_title) as content_title,
      s.content_id, s.content_type, '-1' as series_id, max(s.received_at) as last_sent_at,
      count(*)::int as receipt_total, count(distinct s.contact_id)::int as receipt_unique,
      ${measured('reply', fragment`s.first_reply`, fragment`sum(s.replies)::int`)}, ${measured('dismissal', fragment`s.first_dismissal`)},
      ${measured('hard_bounce', fragment`s.first_hard_bounce`)}
    from ${receipts(job)} group by s.place, s.content_id, s.content_type order by s.place, min(s.source)`,
}

export const FILES: ExportedFile[] = [receipt, reply, dismissal, hardBounce, overview]

/** The e-mail as which a part has left, on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { fragment, type Fragment } from '../db/pool.ts'
import { described, model, Nullable } from '../schema/types.ts'

const EmailAddress = model('email_address_header', {
  type: described(Type.Enum(['from', 'to', 'cc']), 'The header: `from`, `to` or `cc`.'),
  email_address: described(Type.String(), 'The email address.'),
  name: described(Nullable(Type.String()), 'The name; null if unknown.'),
})

export const EmailMetadata = model('email_message_metadata', {
  subject: described(Type.String(), 'The subject of the e-mail.'),
  email_address_headers: described(Type.Array(EmailAddress), 'The sender and the recipients, without the hidden ones.'),
  message_id: described(Type.String(), 'The Message-ID, in angle brackets.'),
})

export interface PartEmail {
  subject: string
  /** The Message-ID without its angle brackets. */
  message_id: string
  headers: Static<typeof EmailAddress>[]
}

/** Rows of `email.part_id` and `email.email` for the parts of a thread that have left as e-mails: most have none. */
export const emailsOf = (workspaceId: number, threadId: number): Fragment => fragment`
  (select m.part_id, json_build_object('subject', m.subject, 'message_id', m.message_id, 'headers', (
      select json_agg(h order by h.place) from (
        select 'from' as type, m.from_address as email_address, m.from_name as name, -1 as place
        union all
        select r.kind, r.address, r.name, r.position from mail_recipients r
        where r.workspace_id = m.workspace_id and r.mail_id = m.id and r.kind <> 'bcc') h)) as email
    from mails m
    where m.workspace_id = ${workspaceId} and m.thread_id = ${threadId} and m.part_id is not null) email`

export const presentPartEmail = ({ subject, message_id, headers }: PartEmail): Static<typeof EmailMetadata> => ({
  subject,
  email_address_headers: headers.map(({ type, email_address, name }) => ({ type, email_address, name })),
  message_id: `<${message_id}>`,
})

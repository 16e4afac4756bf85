/**
 * The contact as webhooks tell it: its times are texts to the millisecond. Source: captured deliveries
 * of all topics of contacts.
 */
import type { Static } from 'typebox'
import Type from 'typebox'
import { isoTime } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { ContactsRow } from '../../db/types/contacts.ts'
import { Id, IsoTime, model, Nullable } from '../../schema/types.ts'
import { Contact, presentContact } from './contact.ts'

const MaybeTime = Nullable(IsoTime)

const {
  type,
  id,
  workspace_id,
  external_id,
  role,
  email,
  phone,
  formatted_phone,
  enabled_push_messaging,
  merge_history: _,
  ...rest
} = Contact.properties

const first = { type, id, workspace_id, external_id, role, email, phone }
const then = {
  ...rest,
  created_at: IsoTime,
  updated_at: IsoTime,
  signed_up_at: MaybeTime,
  last_seen_at: MaybeTime,
  last_replied_at: MaybeTime,
  last_contacted_at: MaybeTime,
  last_email_opened_at: MaybeTime,
  last_email_clicked_at: MaybeTime,
  android_last_seen_at: MaybeTime,
  ios_last_seen_at: MaybeTime,
  enabled_push_messaging,
}

export const DeliveredContact = model('delivered_contact', { ...first, ...then })

export const MergedContact = model('delivered_contact', {
  ...DeliveredContact.properties,
  merged_from: Type.Object({ type: Type.Literal('contact'), id: Id }),
})

/** As it is told beside a company or a conversation that it came to, or left. */
export const DeliveredParticipant = model('delivered_contact', { ...first, formatted_phone, ...then })

/** @param shown the contact as an answer shows it, where that is at hand */
export function presentDeliveredContact(
  workspace: Workspace,
  row: ContactsRow,
  shown = presentContact(workspace, row),
): Static<typeof DeliveredContact> {
  const { formatted_phone: _, enabled_push_messaging, ...contact } = shown
  return {
    ...contact,
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
    signed_up_at: isoTime(row.signed_up_at),
    last_seen_at: isoTime(row.last_seen_at),
    last_replied_at: isoTime(row.last_replied_at),
    last_contacted_at: isoTime(row.last_contacted_at),
    last_email_opened_at: isoTime(row.last_email_opened_at),
    last_email_clicked_at: isoTime(row.last_email_clicked_at),
    android_last_seen_at: isoTime(row.android_last_seen_at),
    ios_last_seen_at: isoTime(row.ios_last_seen_at),
    enabled_push_messaging,
  }
}

export function presentDeliveredParticipant(
  workspace: Workspace,
  row: ContactsRow,
): Static<typeof DeliveredParticipant> {
  const { type, id, workspace_id, external_id, role, email, phone, ...rest } = presentDeliveredContact(workspace, row)
  const { formatted_phone } = row
  return { type, id, workspace_id, external_id, role, email, phone, formatted_phone, ...rest }
}

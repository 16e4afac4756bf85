/** The sender address on the wire. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { Workspace } from '../../context.ts'
import type { SenderAddressesRow } from '../../db/types/sender_addresses.ts'
import { CreatedAt, described, model, Nullable, Timestamp, UpdatedAt } from '../../schema/types.ts'
import { brandIdOf } from '../brands/brand.ts'

export type SenderAddressRow = SenderAddressesRow & { brand_is_default: boolean }

export const EmailSetting = model('email_setting', {
  type: Type.Literal('email_setting'),
  id: Type.String({ description: 'The id of the sender address.' }),
  email: Type.String({ description: 'The whole address.' }),
  verified: Type.Boolean({ description: 'True if mails may come from it.' }),
  domain: Type.String({ description: 'The part of the address after the @.' }),
  brand_id: Type.String({ description: 'The brand that it belongs to.' }),
  forwarding_enabled: Type.Boolean({ description: 'True if mails to it are forwarded to the workspace.' }),
  forwarded_email_last_received_at: Nullable(
    described(Timestamp, 'When the last mail was forwarded; null if none was.'),
  ),
  created_at: CreatedAt('sender address'),
  updated_at: UpdatedAt('sender address'),
})

export function presentEmailSetting(
  workspace: Pick<Workspace, 'app_id'>,
  row: SenderAddressRow,
): Static<typeof EmailSetting> {
  return {
    type: 'email_setting',
    id: String(row.id),
    email: row.email,
    verified: row.verified,
    domain: row.email.slice(row.email.lastIndexOf('@') + 1),
    brand_id: brandIdOf(workspace, { id: row.brand_id, is_default: row.brand_is_default }),
    forwarding_enabled: row.forwarding_enabled,
    forwarded_email_last_received_at: unix(row.forwarded_email_last_received_at),
    created_at: unix(row.created_at),
    updated_at: unix(row.updated_at),
  }
}

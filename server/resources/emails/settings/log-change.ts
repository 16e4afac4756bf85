import type { Static } from 'typebox'
import type { Ctx } from '../../../context.ts'
import { isUnchanged, logActivity } from '../../activity-logs/log-activity.ts'
import type { EmailSetting } from '../email-setting.ts'

type Address = Static<typeof EmailSetting>

/** Records a change of a sender address. @param before null for a new one. @param after null for a deleted one */
export async function logSenderAddress(ctx: Ctx, before: Address | null, after: Address | null): Promise<void> {
  if (isUnchanged(before, after)) return
  const { email } = (after ?? before)!
  await logActivity(ctx, 'app_outbound_address_change', `changed the sender address ${email}`, { before, after })
}

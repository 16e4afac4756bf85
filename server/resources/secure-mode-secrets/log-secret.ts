/** Records changes of the secrets that identities are verified with; never the secret itself. */
import type { Ctx } from '../../context.ts'
import { logActivity } from '../activity-logs/log-activity.ts'
import type { NamedSecret } from './queries.ts'

export const logSecret = (ctx: Ctx, change: 'added' | 'deleted', { id, name }: NamedSecret): Promise<void> =>
  logActivity(ctx, 'app_identity_verification_change', `${change} the identity verification secret ${name}`, {
    secure_mode_secret: { id, name },
    change,
  })

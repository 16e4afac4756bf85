import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import * as helpCenters from '../queries.ts'
import { isUnchanged, logActivity } from '../../activity-logs/log-activity.ts'
import { columnsOf, HelpCenterDetails, refuseOwnHost } from './details.ts'
import * as queries from './queries.ts'
import { described } from '../../../schema/types.ts'
import { HelpCenterSettings, presentSettings } from './help-center-settings.ts'

export const updateHelpCenter = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/help_centers/{help_center_id}',
  group: 'Help centers',
  summary: 'Update a help center',
  description: 'Missing properties stay as they are. A default one stays so until another is made it.',
  params: Type.Object({ help_center_id: Type.String() }),
  body: described(HelpCenterDetails, 'The details to change.'),
  reply: HelpCenterSettings,
  answer: 'The help center with its new details.',
  refusals: { 409: 'Another help center has the identifier or the domain.', 422: 'A colour has too little contrast.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, now } = ctx
    await lockWorkspace(db, workspaceId)
    const center = await helpCenters.getHelpCenter(db, workspaceId, params.help_center_id)
    const columns = columnsOf(body, center)
    if (columns.identifier !== undefined)
      await queries.refuseTakenIdentifier(db, workspaceId, columns.identifier, center.id)
    refuseOwnHost(ctx, columns.custom_domain)
    if (columns.custom_domain) await queries.refuseTakenDomain(db, workspaceId, columns.custom_domain, center.id)
    if (columns.is_default === false && center.is_default)
      throw parameterInvalid('Another help center must be made the default one', 'default')
    if (columns.is_default) await queries.clearDefault(db, workspaceId)
    await queries.updateHelpCenter(db, workspaceId, center.id, { ...columns, updated_at: now })
    const after = presentSettings(ctx, await helpCenters.getHelpCenter(db, workspaceId, params.help_center_id))
    const change = { before: presentSettings(ctx, center), after }
    if (!isUnchanged(change.before, after))
      await logActivity(ctx, 'help_center_settings_change', `changed the help center ${after.display_name}`, change)
    return after
  },
})

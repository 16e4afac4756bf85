/** The workspace as its settings show it. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../../clock.ts'
import type { Workspace as WorkspaceRow } from '../../../context.ts'
import { CreatedAt, described, Id, model, Nullable } from '../../../schema/types.ts'

export const Workspace = model('workspace_settings', {
  type: Type.Literal('workspace'),
  /** Its code: app_id, workspace_id or id_code in the API. */
  id: described(Id, 'The id of the workspace.'),
  name: described(Type.String(), 'The name.'),
  time_zone: Type.String({ description: 'An IANA name, such as `Europe/Dublin`.' }),
  region: Type.String({ description: 'Cannot be changed.' }),
  default_version: Nullable(
    Type.String({
      description: 'Answers requests that name no version; where it is null, the newest stable one does.',
    }),
  ),
  email_copies: Type.Boolean({
    description: 'True if an answer of an admin in the messenger also leaves as an e-mail to its contacts.',
  }),
  created_at: CreatedAt('workspace'),
})

export const presentWorkspace = (row: WorkspaceRow): Static<typeof Workspace> => ({
  type: 'workspace',
  id: row.app_id,
  name: row.name,
  time_zone: row.time_zone,
  region: row.region,
  default_version: row.default_version,
  email_copies: row.email_copies,
  created_at: unix(row.created_at),
})

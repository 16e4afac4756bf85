import { operation } from '../../../http/operation.ts'
import { getWorkspace } from './queries.ts'
import { presentWorkspace, Workspace } from './workspace.ts'

export const getWorkspaceSettings = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/workspace',
  group: 'Workspace',
  summary: 'Retrieve the workspace',
  reply: Workspace,
  answer: 'The workspace.',
  handle: async (ctx) => presentWorkspace(await getWorkspace(ctx.db, ctx.workspaceId)),
})

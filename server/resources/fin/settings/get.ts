import { operation } from '../../../http/operation.ts'
import { readSettings } from './queries.ts'
import { FinSettings, presentSettings } from './settings.ts'

export const getFinSettings = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/fin',
  group: 'Fin',
  summary: 'Retrieve the settings of the AI agent',
  reply: FinSettings,
  answer: 'The settings.',
  handle: async ({ db, workspaceId }) => presentSettings(await readSettings(db, workspaceId)),
})

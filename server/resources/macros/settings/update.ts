import Type from 'typebox'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { columnsOf, MacroDetails } from './details.ts'
import { MacroSettings, presentMacroSettings } from './macro.ts'
import * as queries from './queries.ts'

export const updateMacro = operation({
  api: 'settings',
  method: 'PUT',
  path: '/parley/macros/{macro_id}',
  group: 'Macros',
  summary: 'Update a macro',
  description: 'Properties that are left out stay as they are.',
  params: Type.Object({ macro_id: Type.String() }),
  body: described(MacroDetails, 'The details to change.'),
  reply: MacroSettings,
  answer: 'The macro with its new details.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const before = await queries.getMacro(db, workspaceId, params.macro_id)
    const columns = { ...(await columnsOf(ctx, body, before)), updated_at: ctx.now }
    return presentMacroSettings(ctx, await queries.updateMacro(db, workspaceId, before.id, columns))
  },
})

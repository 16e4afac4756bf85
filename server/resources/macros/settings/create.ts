import { operation } from '../../../http/operation.ts'
import { parameterMissing } from '../../../http/errors.ts'
import { described } from '../../../schema/types.ts'
import { AVAILABLE_ON } from '../macro.ts'
import { columnsOf, MacroDetails } from './details.ts'
import { MacroSettings, presentMacroSettings } from './macro.ts'
import { insertMacro } from './queries.ts'

export const createMacro = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/macros',
  group: 'Macros',
  summary: 'Create a macro',
  description: 'A macro has a name and a body. For everyone and everywhere, unless the request says otherwise.',
  body: described(MacroDetails, 'The details of the new macro.'),
  reply: MacroSettings,
  answer: 'The new macro.',
  refusals: { 404: 'A team does not exist.' },
  handle: async (ctx, { body }) => {
    const {
      name,
      body: text,
      ...rest
    } = await columnsOf(ctx, body, { visible_to: 'everyone', visible_to_team_ids: [] })
    if (name === undefined) throw parameterMissing('name')
    if (text === undefined) throw parameterMissing('body')
    const macro = {
      available_on: [...AVAILABLE_ON],
      visible_to: 'everyone',
      visible_to_team_ids: [],
      ...rest,
      name,
      body: text,
      created_at: ctx.now,
      updated_at: ctx.now,
    }
    return presentMacroSettings(ctx, await insertMacro(ctx.db, ctx.workspaceId, macro))
  },
})

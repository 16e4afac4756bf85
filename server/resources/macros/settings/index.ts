/** Macros in the settings: made, changed, and previewed for a contact. */
import { createMacro } from './create.ts'
import { deleteMacro } from './delete.ts'
import { getMacroSettings } from './get.ts'
import { listMacroSettings } from './list.ts'
import { previewMacro } from './preview.ts'
import { updateMacro } from './update.ts'

export const macroSettings = [listMacroSettings, getMacroSettings, createMacro, updateMacro, deleteMacro, previewMacro]

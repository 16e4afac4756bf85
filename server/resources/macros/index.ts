/** Macros: answers that are written once, with placeholders that are filled in for each reader. */
import { getMacro } from './get.ts'
import { listMacros } from './list.ts'
import { macroSettings } from './settings/index.ts'

export const macros = [listMacros, getMacro, ...macroSettings]

/** SLA rules as the settings make and change them, by hand on conversations, and the clocks that run. */
import { applyRule } from './apply.ts'
import { createRule } from './create.ts'
import { listClocks } from './list-clocks.ts'
import { listRuleSettings } from './list.ts'
import { removeRule } from './remove.ts'
import { updateRule } from './update.ts'

export const slaSettings = [listRuleSettings, createRule, updateRule, applyRule, removeRule, listClocks]

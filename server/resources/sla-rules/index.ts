/** Service level agreements: rules with targets, applied to conversations and tickets. Clocks run in threads/sla. */
import { getRule } from './get.ts'
import { listRules } from './list.ts'
import { slaSettings } from './settings/index.ts'

export const slaRules = [listRules, getRule, ...slaSettings]

/**
 * Assignment rules: each conversation that a contact begins goes to the team or the admin of the first rule that it
 * matches. `run.ts` runs them; the settings change them.
 */
import { assignmentRuleSettings } from './settings/index.ts'

export const assignmentRules = [...assignmentRuleSettings]

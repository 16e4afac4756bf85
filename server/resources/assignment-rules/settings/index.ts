/** Assignment rules, and their order. */
import { createAssignmentRule } from './create.ts'
import { deleteAssignmentRule } from './delete.ts'
import { getAssignmentRule } from './get.ts'
import { listAssignmentRules } from './list.ts'
import { updateAssignmentRule } from './update.ts'

export const assignmentRuleSettings = [
  listAssignmentRules,
  getAssignmentRule,
  createAssignmentRule,
  updateAssignmentRule,
  deleteAssignmentRule,
]

/** Away status reasons: the texts that admins choose from when they are away. */
import { listAwayStatusReasons } from './list.ts'
import { createAwayStatusReason } from './settings/create.ts'
import { deleteAwayStatusReason } from './settings/delete.ts'
import { updateAwayStatusReason } from './settings/update.ts'

export const awayStatusReasons = [
  listAwayStatusReasons,
  createAwayStatusReason,
  updateAwayStatusReason,
  deleteAwayStatusReason,
]

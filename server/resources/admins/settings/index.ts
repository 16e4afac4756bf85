/** Admins: the teammates of the workspace, their seats in the inbox, and removed ones. */
import { createAdmin } from './create.ts'
import { getAdmin } from './get.ts'
import { listAdmins } from './list.ts'
import { removeAdminFromWorkspace } from './remove.ts'
import { updateAdmin } from './update.ts'

export const adminSettings = [listAdmins, getAdmin, createAdmin, updateAdmin, removeAdminFromWorkspace]

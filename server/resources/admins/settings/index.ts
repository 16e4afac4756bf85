/** Admins: who works in the workspace, who has a seat in the inbox, who left. */
import { createAdmin } from './create.ts'
import { getAdmin } from './get.ts'
import { listAdmins } from './list.ts'
import { removeAdminFromWorkspace } from './remove.ts'
import { updateAdmin } from './update.ts'

export const adminSettings = [listAdmins, getAdmin, createAdmin, updateAdmin, removeAdminFromWorkspace]

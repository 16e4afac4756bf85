/** Admins: the teammates of a workspace, who acts, and who is away. */
import { setAdminAway } from './away.ts'
import { getAdmin } from './get.ts'
import { listAdmins } from './list.ts'
import { identifyAdmin } from './me.ts'
import { adminOfficeHours } from './office-hours/index.ts'
import { adminSettings } from './settings/index.ts'

export const admins = [identifyAdmin, listAdmins, getAdmin, setAdminAway, ...adminOfficeHours, ...adminSettings]

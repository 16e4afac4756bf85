/** Office hours of admins: a schedule of their own, or the default one. */
import { getAdminOfficeHours } from './get.ts'
import { listAdminOfficeHours } from './list.ts'
import { setAllAdminOfficeHours } from './set-all.ts'
import { setAdminOfficeHours } from './set.ts'

export const adminOfficeHours = [listAdminOfficeHours, setAllAdminOfficeHours, getAdminOfficeHours, setAdminOfficeHours]

/** Roles of a workspace's admins. */
import { listRoles } from './list.ts'

export const roles = [listRoles]

/** Roles: what the admins of a workspace are there for. */
import { listRoles } from './list.ts'

export const roles = [listRoles]

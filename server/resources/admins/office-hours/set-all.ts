import type { Static } from 'typebox'
import Type from 'typebox'
import type { Db } from '../../../db/pool.ts'
import { lockWorkspace } from '../../../db/workspace-lock.ts'
import { ApiError, apiError, parameterInvalid } from '../../../http/errors.ts'
import { operation } from '../../../http/operation.ts'
import { described } from '../../../schema/types.ts'
import { ChosenSchedule, readChosen } from '../../office-hours/chosen.ts'
import { AdminOfficeHours, presentAdminHours } from './admin-office-hours.ts'
import { getAdminHours, updateAdminHours } from './queries.ts'

const MOST = 50

const Assignments = Type.Array(
  Type.Object({
    admin_id: described(Type.String(), 'The id of the admin, as text.'),
    office_hours_schedule_id: ChosenSchedule,
  }),
  { minItems: 1, maxItems: MOST, description: 'Admins and their schedules, each admin once.' },
)

export const setAllAdminOfficeHours = operation({
  method: 'PUT',
  path: '/admins/office_hours',
  group: 'Admins',
  scopes: ['read_write_office_hours'],
  summary: 'Set the office hours of several admins',
  description: `Up to ${MOST} at once, all or none of them. Errors name the assignment by its index, from 0.`,
  inferred: 'the envelope, and the codes of errors',
  body: described(Type.Object({ assignments: Assignments }), 'The new schedules.'),
  reply: Type.Object({
    type: Type.Literal('list'),
    data: described(Type.Array(AdminOfficeHours), 'The new schedules, in the order of the request.'),
  }),
  answer: 'The new schedules.',
  handle: async ({ db, workspaceId }, { body: { assignments } }) => {
    refuseTwice(assignments)
    await lockWorkspace(db, workspaceId)
    const rows = []
    for (const [index, { admin_id, office_hours_schedule_id }] of assignments.entries()) {
      const prefix = `assignments[${index}]: `
      const { id } = await getNamed(db, workspaceId, admin_id, prefix)
      const schedule = await readChosen(db, workspaceId, office_hours_schedule_id, prefix)
      rows.push(await updateAdminHours(db, workspaceId, id, schedule?.id ?? null))
    }
    return { type: 'list' as const, data: rows.map(presentAdminHours) }
  },
})

async function getNamed(db: Db, workspaceId: number, adminId: string, prefix: string) {
  try {
    return await getAdminHours(db, workspaceId, adminId)
  } catch (cause) {
    if (cause instanceof ApiError) throw apiError(cause.status, cause.code, `${prefix}${cause.message}`)
    throw cause
  }
}

function refuseTwice(assignments: Static<typeof Assignments>): void {
  const seen = new Set<string>()
  for (const [index, { admin_id }] of assignments.entries()) {
    if (seen.has(admin_id)) throw parameterInvalid(`assignments[${index}]: ${admin_id} is named twice`, 'assignments')
    seen.add(admin_id)
  }
}

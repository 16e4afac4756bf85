/** The schedule that an admin or a team is to have, as a client names it. */
import Type from 'typebox'
import type { Db } from '../../db/pool.ts'
import type { OfficeHoursSchedulesRow } from '../../db/types/office_hours_schedules.ts'
import { ApiError, apiError, parameterInvalid } from '../../http/errors.ts'
import { described, Nullable } from '../../schema/types.ts'
import { getSchedule } from './queries.ts'

const NAME = 'office_hours_schedule_id'

export const ChosenSchedule = described(
  Type.Optional(Nullable(Type.String())),
  'The id of the schedule, as text; null for the default one. It must be given.',
)

/**
 * The workspace must be locked.
 * @param prefix goes before the messages of errors
 * @returns null for the default schedule
 * @throws 400 without an id, 422 for a schedule that does not exist
 */
export async function readChosen(
  db: Db,
  workspaceId: number,
  id: string | null | undefined,
  prefix = '',
): Promise<OfficeHoursSchedulesRow | null> {
  if (id === undefined) throw parameterInvalid(`${prefix}${NAME} must be given`, NAME)
  if (id === null) return null
  try {
    return await getSchedule(db, workspaceId, id)
  } catch (cause) {
    if (cause instanceof ApiError)
      throw apiError(422, 'parameter_invalid', `${prefix}${NAME} is not the id of a schedule`, NAME)
    throw cause
  }
}

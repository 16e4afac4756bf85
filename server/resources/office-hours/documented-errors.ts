import { rows, type ErrorRow } from '../../test/documented-errors/row.ts'
import type { Ground } from '../../test/documented-errors/ground.ts'

const NOWHERE = '/office_hours_schedules/999999999'

/** The path of an exception that a schedule does not have. */
const noException = async ({ given }: Ground) =>
  `/office_hours_schedules/${(await given('an office hours schedule'))['id']}/office_hours_exceptions/999999999`

export default [
  ...rows(404, 'not_found', 'Object not found', {
    'GET /office_hours_schedules/{}': () => [NOWHERE],
    'PUT /office_hours_schedules/{}': () => [NOWHERE, { name: 'Evenings' }],
    'DELETE /office_hours_schedules/{}': () => [NOWHERE],
    'GET /office_hours_schedules/{}/office_hours_exceptions': () => [`${NOWHERE}/office_hours_exceptions`],
    'POST /office_hours_schedules/{}/office_hours_exceptions': () => [
      `${NOWHERE}/office_hours_exceptions`,
      { exception_date: '2026-12-25', exception_type: 'closed' },
    ],
    'GET /office_hours_schedules/{}/office_hours_exceptions/{}': async (ground) => [await noException(ground)],
    'PUT /office_hours_schedules/{}/office_hours_exceptions/{}': async (ground) => [
      await noException(ground),
      { name: 'Holiday' },
    ],
    'DELETE /office_hours_schedules/{}/office_hours_exceptions/{}': async (ground) => [await noException(ground)],
  }),
] satisfies ErrorRow[]

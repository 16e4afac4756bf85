/** Properties of an exception in requests, and their stored form. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import { MINUTES_OF_DAY } from '../../hours/windows.ts'
import { apiError } from '../../http/errors.ts'
import { readOptionalText } from '../../http/given.ts'
import { described, Nullable, Text } from '../../schema/types.ts'
import type { ExceptionColumns } from './exception-queries.ts'
import { IntervalsInput, readIntervals } from './intervals.ts'

const ExceptionType = described(
  Type.Enum(['closed', 'custom_hours']),
  '`closed`, or `custom_hours`, which needs `time_intervals`.',
)

export const exceptionDetails = {
  exception_date: Type.Optional(Type.String({ maxLength: 255, description: 'The date as `YYYY-MM-DD`.' })),
  exception_type: Type.Optional(ExceptionType),
  name: described(Type.Optional(Nullable(Text())), 'The name, such as that of a holiday; null for none.'),
  time_intervals: Type.Optional(Nullable(IntervalsInput)),
  recurring_annually: Type.Optional(Type.Boolean({ description: 'True for this date of every year.' })),
}
export const NewException = described(
  Type.Object({
    ...exceptionDetails,
    exception_date: Type.String({ maxLength: 255, description: 'The date as `YYYY-MM-DD`.' }),
    exception_type: ExceptionType,
  }),
  'The new exception.',
)
const Details = Type.Object(exceptionDetails)

/** @throws 422 for a date that does not exist, or intervals that do not fit the type */
export function columnsOf(ctx: Ctx, details: Static<typeof Details>, before?: ExceptionColumns): ExceptionColumns {
  const type = details.exception_type ?? (before?.intervals === null ? 'closed' : 'custom_hours')
  return {
    date: details.exception_date === undefined ? before!.date : readDate(details.exception_date),
    name: details.name === undefined ? (before?.name ?? null) : readOptionalText(details.name),
    intervals: intervalsOf(ctx, type, details.time_intervals, before),
    recurring_annually: details.recurring_annually ?? before?.recurring_annually ?? false,
  }
}

function intervalsOf(
  ctx: Ctx,
  type: Static<typeof ExceptionType>,
  given: Static<typeof IntervalsInput> | null | undefined,
  before?: ExceptionColumns,
) {
  if (type === 'closed') {
    if (given && given.length > 0) throw invalid('time_intervals must be left out when it is closed', 'time_intervals')
    return null
  }
  const intervals = given ? readIntervals(ctx, given, MINUTES_OF_DAY) : before?.intervals
  if (!intervals || intervals.length === 0)
    throw invalid('time_intervals are required for custom_hours', 'time_intervals')
  return intervals
}

function readDate(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00Z`) : undefined
  if (!date || text.startsWith('0000') || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw invalid('exception_date must be a date as YYYY-MM-DD', 'exception_date')
  return text
}

const invalid = (message: string, field: string) => apiError(422, 'parameter_invalid', message, field)

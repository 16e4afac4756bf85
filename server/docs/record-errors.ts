/** The table of documented errors as the reference keeps it: by operation, and without the requests. */
import { documentedErrors } from '../test/documented-errors/index.ts'
import { versionsOf } from '../test/documented-errors/versions-of.ts'
import type { RecordedError } from './recorded-errors.ts'

export function recordErrors(): Record<string, RecordedError[]> {
  const errors: Record<string, RecordedError[]> = {}
  for (const row of documentedErrors.toSorted((a, b) => a.status - b.status)) {
    const { operation, status, code, message, field } = row
    const versions = versionsOf(row).map(({ name }) => name)
    ;(errors[operation] ??= []).push({
      status,
      code,
      ...(typeof message === 'string' && { message }),
      ...(field !== undefined && { field }),
      ...(versions.length < versionsOf({ operation }).length && { versions }),
    })
  }
  return Object.fromEntries(Object.entries(errors).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

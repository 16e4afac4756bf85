import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import { submitExport } from '../../exports/submit.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, TimeInput } from '../../schema/types.ts'
import { logExport } from '../activity-logs/log-export.ts'
import { DataExport, presentDataExport } from './data-export.ts'

const WEEK_MS = 7 * 24 * 3600 * 1000

const END = (name: string, sentence: string) =>
  described(Type.Optional(TimeInput), `${sentence} Required: without ${name} the request is refused.`)

export const createDataExport = operation({
  method: 'POST',
  path: '/export/content/data',
  group: 'Data Export',
  summary: 'Export the messages of a period',
  description:
    'Starts a job that writes an archive of CSV files: the messages and banners that contacts got in the period, and their answers to them. A message belongs to the period in which it was sent. Where limits are on, a workspace has one job at a time.',
  inferred: 'the texts of refusals, which older answers of the API have',
  body: described(
    Type.Object({
      created_at_after: END('it', 'The first second of the period.'),
      created_at_before: END('it', 'The last second of the period.'),
    }),
    'The period, both ends included.',
  ),
  unknownKeys: 'refuse',
  reply: DataExport,
  answer: 'The job, which is pending.',
  handle: async (ctx, { body: { created_at_after: after, created_at_before: before } }) => {
    if (after === undefined) throw required('created_at_after')
    if (before === undefined) throw required('created_at_before')
    if (after > before) throw apiError(400, 'bad_request', 'created_at_after is greater than created_at_before')
    const job = await submitExport(
      ctx,
      {
        kind: 'content',
        from_time: fromUnix(after),
        to_time: fromUnix(before),
        dataset_id: null,
        attribute_ids: [],
        with_unanswered: true,
        expires_at: ctx.has('KeepExportsAWeek') ? new Date(ctx.now.getTime() + WEEK_MS) : null,
      },
      { most: 1, called: 'message data export' },
    )
    await logExport(ctx, job)
    return presentDataExport(ctx, job)
  },
})

const required = (name: string) => apiError(400, 'bad_request', `'${name}' is a required parameter`)

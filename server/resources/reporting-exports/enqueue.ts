import Type from 'typebox'
import { fromUnix } from '../../clock.ts'
import type { Ctx } from '../../context.ts'
import { submitExport } from '../../exports/submit.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { described, shownAs, TimeInput } from '../../schema/types.ts'
import { logExport } from '../activity-logs/log-export.ts'
import type { Dataset } from './datasets/dataset.ts'
import { attributesIn, findAttribute, findDataset, listCustomAttributes } from './datasets/index.ts'
import { presentReportingExport, ReportingExport } from './job.ts'

const MOST = 1000

export const enqueueReportingExport = operation({
  method: 'POST',
  path: '/export/reporting_data/enqueue',
  group: 'Reporting Data Export',
  summary: 'Export a dataset for reports',
  description: ({ has }) =>
    `Starts a job that writes the rows of a period into a CSV file. Where limits are on, a workspace has five jobs at a time.${has('ExportUnansweredConversations') ? '' : ' Conversations that no contact has written in are left out of the dataset `conversation`.'}`,
  inferred: 'that attributes are asked for by plain and by qualified ids in every version',
  body: described(
    Type.Object({
      dataset_id: described(
        Type.Optional(Type.String({ maxLength: 100 })),
        'The id of a dataset, as `get_datasets` lists it. Required: without it the request is refused.',
      ),
      attribute_ids: described(
        shownAs(Type.Array(Type.String()), Type.Optional(Type.Unknown())),
        'The attributes, in the order of the columns; by their ids or their qualified ids. Required: without one the request is refused.',
      ),
      start_time: described(
        Type.Optional(TimeInput),
        'The first second of the period. Required: without it the request is refused.',
      ),
      end_time: described(
        Type.Optional(TimeInput),
        'The last second of the period. Required: without it the request is refused.',
      ),
    }),
    'The rows and the columns of the report.',
  ),
  reply: ReportingExport,
  answer: 'The job, which is pending.',
  handle: async (ctx, { body }) => {
    const { dataset_id, attribute_ids, start_time, end_time } = body
    if (dataset_id === undefined) throw required('dataset_id')
    const dataset = findDataset(dataset_id)
    if (!dataset) throw badRequest(`${dataset_id} is not a valid dataset_id`)
    const attributes = await readAttributes(ctx, dataset, attribute_ids)
    if (start_time === undefined) throw required('start_time')
    if (end_time === undefined) throw required('end_time')
    if (start_time > end_time) throw badRequest('start_time is greater than end_time')
    const job = await submitExport(
      ctx,
      {
        kind: 'reporting',
        from_time: fromUnix(start_time),
        to_time: fromUnix(end_time),
        dataset_id: dataset.id,
        attribute_ids: attributes,
        with_unanswered: ctx.has('ExportUnansweredConversations'),
        expires_at: null,
      },
      { most: 5, called: 'reporting dataset export' },
    )
    await logExport(ctx, job)
    return presentReportingExport(ctx, job)
  },
})

/** @throws 400 bad_request */
async function readAttributes(ctx: Ctx, dataset: Dataset, given: unknown): Promise<string[]> {
  if (given === undefined || given === null) throw required('attribute_ids')
  if (!Array.isArray(given)) throw badRequest("'attribute_ids' not an array must be of type Array")
  if (given.length === 0) throw badRequest('attribute_ids must contain at least one attribute_id')
  if (given.length > MOST) throw badRequest(`attribute_ids must contain at most ${MOST} attribute_ids`)
  const known = attributesIn(dataset, await listCustomAttributes(ctx.db, ctx.workspaceId))
  const ids = given.filter((id): id is string => typeof id === 'string')
  const unknown = given.filter((id) => typeof id !== 'string' || !findAttribute(known, id))
  if (unknown.length > 0)
    throw badRequest(`attribute_ids invalid for ${dataset.id} dataset: ${unknown.map(shown).slice(0, 10).join(', ')}`)
  return ids
}

const shown = (id: unknown) => (typeof id === 'string' ? id : JSON.stringify(id)).slice(0, 100)

const badRequest = (message: string) => apiError(400, 'bad_request', message)
const required = (name: string) => badRequest(`'${name}' is a required parameter`)

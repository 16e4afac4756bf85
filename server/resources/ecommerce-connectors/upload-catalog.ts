import Type, { type Static } from 'typebox'
import type { Ctx } from '../../context.ts'
import { apiError } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { UploadedFile } from '../../http/upload.ts'
import { described, model, Nullable } from '../../schema/types.ts'
import { isConnector, takeConnector } from './queries.ts'
import { spoolCatalog, type SpooledCatalog } from './spool-catalog.ts'
import { findRunning, findUpload } from './upload-queries.ts'
import { addPart, beginUpload, finalizeUpload, jobIdOf, MOST, tooManyProducts, uploadNumber } from './upload-session.ts'

const MOST_BYTES = 99_000_000

const Accepted = model('ecommerce_catalog_upload_response', {
  import_job_id: described(Type.String(), 'The id of the upload.'),
  status: described(Type.Enum(['processing']), 'Always `processing`: the products are written after the answer.'),
  message: described(Type.String(), 'The same in words.'),
})

const PartTaken = model('ecommerce_catalog_upload_part_response', {
  import_job_id: described(Type.String(), 'The id of the upload, for its other parts and its end.'),
  next_part_number: described(Type.Integer(), 'The number of the next part.'),
})

const Body = Type.Object({
  catalog: described(
    Type.Optional(Type.Unknown()),
    'The file: a JSON array of products, each with an `id`, a `title` and a `url`; 99 MB at most.',
  ),
  finalize: described(
    Type.Optional(Nullable(Type.Boolean())),
    'False to send one part of several, true to end with the last. Without it the file is the whole catalog.',
  ),
  import_job_id: described(Type.Optional(Nullable(Type.String())), 'The id of the upload that a part belongs to.'),
  part_number: described(
    Type.Optional(Type.Unknown()),
    'The number of the part, from 1. A part that was taken already is not taken again.',
  ),
})
type Body = Static<typeof Body>
type Reply = Static<typeof Accepted> | Static<typeof PartTaken>

export const uploadCatalog = operation({
  method: 'POST',
  path: '/ecommerce/connectors/{ecommerce_connector_id}/catalog',
  group: 'Ecommerce Connectors',
  summary: 'Upload a product catalog',
  description:
    'A form with a file, or with one part of several. The products of a connector are then those that the upload ' +
    'names: new ones are added, others are updated, and the rest is removed. That is done after the answer, once ' +
    'the last part is there. A product without an `id`, a `title` or an address that begins with `https://` is ' +
    'refused, and the others are taken. A catalog that would leave a shop without products is not carried out. An ' +
    'upload takes 100 parts, 500,000 products and 1 GB at the most; one that waits for a part for a day is given up.',
  params: Type.Object({ ecommerce_connector_id: Type.String() }),
  body: described(Body, 'The catalog, or a part of it.'),
  upload: { field: 'catalog', mostBytes: MOST_BYTES },
  reply: Type.Union([Accepted, PartTaken]),
  status: 202,
  answer: 'The upload is whole: its products are being written.',
  refusals: { 503: 'The file cannot be stored at present.' },
  alternative: {
    status: 200,
    answer: 'The part was taken.',
    is: (reply) => 'next_part_number' in (reply as object),
  },
  prepare: (ctx, { params, body }) => readUpload(ctx, params.ecommerce_connector_id, body),
  async handle(ctx, { params, body }, catalog) {
    const id = params.ecommerce_connector_id
    const connector = await takeConnector(ctx.db, ctx.workspaceId, id)
    if (connector === 'missing')
      throw apiError(404, 'import_source_not_found', 'No connector found with the provided id.')
    if (connector === 'busy') throw inProgress({ state: 'processing' })
    if (body.finalize) return end(ctx, id, body, catalog)
    checkFile(body)
    if (body.import_job_id) return next(ctx, id, body, catalog)
    return body.finalize === false ? first(ctx, id, body, catalog) : whole(ctx, id, catalog)
  },
})

/** Requests without a file that can be read: the handler refuses them, or needs none. */
const NONE: SpooledCatalog = {
  file() {
    throw apiError(400, 'parameter_not_found', 'catalog file is required')
  },
  [Symbol.asyncDispose]: async () => {},
}

/** Reads the file before the transaction. The handler tells its faults, after those of the request. */
async function readUpload({ db, workspaceId }: Ctx, id: string, { catalog }: Body): Promise<SpooledCatalog> {
  if (!(catalog instanceof UploadedFile) || catalog.truncated) return NONE
  if (!(await isConnector(db, workspaceId, id))) return NONE
  return spoolCatalog(catalog, { most: MOST.products, tooMany: tooManyProducts })
}

async function whole(ctx: Ctx, connectorId: string, catalog: SpooledCatalog): Promise<Reply> {
  const running = await findRunning(ctx.db, ctx.workspaceId, connectorId)
  if (running) throw inProgress(running)
  const upload = await beginUpload(ctx, connectorId, catalog.file())
  await finalizeUpload(ctx, upload)
  return accepted(upload.id)
}

async function first(ctx: Ctx, connectorId: string, { part_number }: Body, catalog: SpooledCatalog): Promise<Reply> {
  const number = part_number === undefined ? undefined : readPartNumber(part_number)
  if (number !== undefined && number > 1) throw jobRequired()
  const running = await findRunning(ctx.db, ctx.workspaceId, connectorId)
  if (!running) return taken((await beginUpload(ctx, connectorId, catalog.file())).id, 2)
  // The first answer was lost, and with it the id.
  const isAgain = number === 1 && running.state === 'open' && running.next_part_number === 2
  if (isAgain && catalog.file().hash === running.first_part_hash) return taken(running.id, 2)
  throw inProgress(running)
}

async function next(ctx: Ctx, connectorId: string, body: Body, catalog: SpooledCatalog): Promise<Reply> {
  const upload = await find(ctx, connectorId, body.import_job_id!)
  if (upload?.state !== 'open') throw sessionNotFound()
  const expected = upload.next_part_number
  const number = readPartNumber(body.part_number)
  if (number > expected) throw apiError(422, 'invalid_part_number', `Expected part ${expected}, got ${number}`)
  if (number < expected) return taken(upload.id, expected)
  await addPart(ctx, upload, expected, catalog.file())
  return taken(upload.id, expected + 1)
}

/** A file that comes with the end is the last part. */
async function end(ctx: Ctx, connectorId: string, body: Body, catalog: SpooledCatalog): Promise<Reply> {
  if (!body.import_job_id) throw jobRequired()
  const upload = await find(ctx, connectorId, body.import_job_id)
  if (!upload) throw sessionNotFound()
  if (upload.state !== 'open')
    throw apiError(409, 'upload_session_not_finalizable', 'Upload session cannot be finalized in its current state.')
  if (body.catalog !== undefined) {
    checkFile(body)
    await next(ctx, connectorId, body, catalog)
  }
  await finalizeUpload(ctx, upload)
  return accepted(upload.id)
}

async function find({ db, workspaceId }: Ctx, connectorId: string, jobId: string) {
  const id = uploadNumber(jobId)
  return id === undefined ? undefined : findUpload(db, workspaceId, connectorId, id)
}

/** @throws 400 parameter_not_found, 422 payload_too_large */
function checkFile({ catalog }: Body): void {
  if (catalog === undefined || catalog === null) throw apiError(400, 'parameter_not_found', 'catalog file is required')
  if (!(catalog instanceof UploadedFile)) throw apiError(400, 'parameter_not_found', 'catalog must be an uploaded file')
  if (catalog.truncated) throw apiError(422, 'payload_too_large', 'catalog file exceeds 99MB limit')
}

function readPartNumber(value: unknown): number {
  const number = /^[1-9]\d{0,8}$/.test(String(value)) ? Number(value) : undefined
  if (number === undefined) throw apiError(422, 'invalid_part_number', 'part_number must be a positive integer')
  return number
}

const taken = (id: number, next_part_number: number): Reply => ({ import_job_id: jobIdOf(id), next_part_number })

const accepted = (id: number): Reply => ({
  import_job_id: jobIdOf(id),
  status: 'processing',
  message: 'Catalog received. Sync has started.',
})

const jobRequired = () =>
  apiError(422, 'import_job_id_required', 'Include import_job_id to continue an existing upload session.')

const sessionNotFound = () =>
  apiError(404, 'upload_session_not_found', 'No active upload session found for the provided import_job_id.')

const inProgress = ({ state }: { state: string }) =>
  apiError(
    409,
    'sync_in_progress',
    state === 'open'
      ? 'A multipart upload is already in progress. Use import_job_id to continue.'
      : 'A catalog upload is already in progress. Please wait for it to complete.',
  )

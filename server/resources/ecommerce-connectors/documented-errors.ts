import { row, type Asked, type ErrorRow } from '../../test/documented-errors/row.ts'
import type { Client } from '../../test/app.ts'
import type { Ground } from '../../test/documented-errors/ground.ts'
import { formOf, product, type Fields } from './test-scene.ts'

const OPERATION = 'POST /ecommerce/connectors/{}/catalog'

/** A shop with uploads that came before. */
const shop = async (client: Client, ...before: Fields[]) => {
  const { id } = (await client.post('/parley/ecommerce_connectors', { name: 'Shop' })).body
  const path = `/ecommerce/connectors/${id}/catalog`
  let import_job_id = 'job_0'
  for (const fields of before) import_job_id = (await client.post(path, formOf(fields))).body.import_job_id
  return { path, import_job_id }
}

const catalog = [product('a')]
const begun: Fields = { catalog, finalize: false }

const answers = (
  status: number,
  code: string,
  message: string | RegExp,
  before: Fields[],
  ask: (import_job_id: string) => Fields | object,
): ErrorRow =>
  row(OPERATION, status, code, message, async (_: Ground, client): Promise<Asked> => {
    const { path, import_job_id } = await shop(client, ...before)
    const asked = ask(import_job_id)
    return [path, 'json' in asked ? (asked.json as object) : formOf(asked)]
  })

export default [
  answers(400, 'parameter_not_found', 'catalog file is required', [], () => ({})),
  answers(400, 'parameter_not_found', 'catalog must be an uploaded file', [], () => ({ json: { catalog: '[]' } })),
  row(OPERATION, 404, 'import_source_not_found', 'No connector found with the provided id.', () => [
    '/ecommerce/connectors/nowhere/catalog',
    formOf({ catalog }),
  ]),
  answers(
    404,
    'upload_session_not_found',
    'No active upload session found for the provided import_job_id.',
    [],
    (import_job_id) => ({ finalize: true, import_job_id }),
  ),
  answers(
    409,
    'sync_in_progress',
    'A catalog upload is already in progress. Please wait for it to complete.',
    [{ catalog }],
    () => ({ catalog }),
  ),
  answers(
    409,
    'sync_in_progress',
    'A multipart upload is already in progress. Use import_job_id to continue.',
    [begun],
    () => begun,
  ),
  answers(
    409,
    'upload_session_not_finalizable',
    'Upload session cannot be finalized in its current state.',
    [{ catalog }],
    (import_job_id) => ({ finalize: true, import_job_id }),
  ),
  answers(422, 'invalid_catalog_format', 'catalog must be a JSON array', [], () => ({ catalog: '{}' })),
  answers(422, 'invalid_catalog_format', /^each item in the catalog array must be a JSON object/, [], () => ({
    catalog: [1],
  })),
  answers(422, 'invalid_part_number', 'part_number must be a positive integer', [begun], (import_job_id) => ({
    ...begun,
    import_job_id,
    part_number: 'two',
  })),
  answers(422, 'invalid_part_number', 'Expected part 2, got 3', [begun], (import_job_id) => ({
    ...begun,
    import_job_id,
    part_number: 3,
  })),
  answers(422, 'payload_too_large', 'catalog file exceeds 99MB limit', [], () => ({
    catalog: ' '.repeat(99_000_001),
  })),
  answers(422, 'import_job_id_required', 'Include import_job_id to continue an existing upload session.', [], () => ({
    ...begun,
    part_number: 2,
  })),
] satisfies ErrorRow[]

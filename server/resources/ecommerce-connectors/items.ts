/** Items of a catalog's job: products to keep, and at the end the removal of all others. */
import type { Ctx } from '../../context.ts'
import type { Details } from '../../bulk/request.ts'
import { ApiError } from '../../http/errors.ts'
import { readProduct } from './product.ts'
import { deleteUnnamed, lockConnector, takesNone, upsertProduct } from './queries.ts'
import { endFailed, findUpload, updateUpload } from './upload-queries.ts'

interface Target {
  connector_id: string
  upload_id: number
}

export const productItems = {
  async create({ db, workspaceId, now }: Ctx, details: Details & Target & { product: Details }): Promise<void> {
    const { connector_id, upload_id, product } = details
    const { id, details: read } = readNamed(product)
    if (!(await lockConnector(db, workspaceId, connector_id))) return
    await upsertProduct(db, workspaceId, { connector_id, id, details: read, upload_id }, now)
  },

  async delete({ db, workspaceId, now }: Ctx, { connector_id, upload_id }: Target): Promise<void> {
    if (!(await lockConnector(db, workspaceId, connector_id))) return
    const upload = await findUpload(db, workspaceId, connector_id, upload_id)
    if (upload?.state !== 'processing') return
    if (await takesNone(db, workspaceId, upload)) return endFailed(db, workspaceId, upload.job_id, TAKES_NONE, now)
    await deleteUnnamed(db, workspaceId, upload)
    await updateUpload(db, workspaceId, upload_id, { state: 'completed', updated_at: now, completed_at: now })
  },
}

const TAKES_NONE = 'The catalog names no product that was taken, so that none was removed'
export const NOT_REMOVED = 'The products that the catalog does not name could not be removed'

/** An upload that could not remove the others ends all the same, so that the next one can begin. */
export const productRefusals = {
  delete: ({ db, workspaceId, now }: Ctx, jobId: number): Promise<void> =>
    endFailed(db, workspaceId, jobId, NOT_REMOVED, now),
}

/** A refusal names the product. */
function readNamed(product: Details) {
  try {
    return readProduct(product)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const name = JSON.stringify(product['id'] ?? null).slice(0, 100)
    throw new ApiError(error.status, error.code, `${name}: ${error.message}`)
  }
}

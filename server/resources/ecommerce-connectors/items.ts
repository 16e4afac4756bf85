/** Items of a catalog's job: products to keep, and at the end the removal of all others. */
import type { Ctx } from '../../context.ts'
import type { Details } from '../../bulk/request.ts'
import { ApiError } from '../../http/errors.ts'
import { readProduct } from './product.ts'
import { deleteUnnamed, lockConnector, upsertProduct } from './queries.ts'
import { updateUpload } from './upload-queries.ts'

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
    await deleteUnnamed(db, workspaceId, { connector_id, id: upload_id })
    await updateUpload(db, workspaceId, upload_id, { state: 'completed', updated_at: now, completed_at: now })
  },
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

import Type from 'typebox'
import { decodeCursor, invalidCursor } from '../../../http/cursor.ts'
import { operation } from '../../../http/operation.ts'
import { PagedList, pageQuery, pageSize, presentPaged } from '../../data-connectors/pages.ts'
import { presentProduct, Product, type ProductDetails } from '../product.ts'
import * as queries from '../queries.ts'

const [USUAL, MOST] = [50, 150]

export const listProducts = operation({
  api: 'settings',
  method: 'GET',
  path: '/parley/ecommerce_connectors/{ecommerce_connector_id}/products',
  group: 'Ecommerce Connectors',
  summary: 'List the products of an e-commerce connector',
  description: 'In the order of their ids.',
  params: Type.Object({ ecommerce_connector_id: Type.String() }),
  query: Type.Object(pageQuery(USUAL, MOST)),
  reply: PagedList(Product),
  answer: 'A page of the products.',
  async handle({ db, workspaceId }, { params, query }) {
    const perPage = pageSize(query.per_page, USUAL, MOST)
    const { id } = await queries.getConnector(db, workspaceId, params.ecommerce_connector_id)
    const after = readCursor(query.starting_after)
    const rows = await queries.listProducts(db, workspaceId, id, after, perPage + 1)
    return presentPaged(rows, perPage, {
      present: (row) => presentProduct(row.id, row.details as ProductDetails),
      cursorOf: (row) => [row.id],
    })
  },
})

function readCursor(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const [id] = decodeCursor(text, 1)
  if (typeof id !== 'string') throw invalidCursor()
  return id
}

/** E-commerce connectors: shops, whose products come as files. */
import { createEcommerceConnector } from './settings/create.ts'
import { deleteEcommerceConnector } from './settings/delete.ts'
import { listEcommerceConnectors } from './settings/list.ts'
import { listProducts } from './settings/list-products.ts'
import { uploadCatalog } from './upload-catalog.ts'

export const ecommerceConnectors = [
  uploadCatalog,
  listEcommerceConnectors,
  createEcommerceConnector,
  deleteEcommerceConnector,
  listProducts,
]

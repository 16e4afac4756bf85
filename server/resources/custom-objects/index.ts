/** Custom objects: their types, with attributes and relationships, and the objects themselves. */
import { createCustomObjectInstance } from './create-instance.ts'
import { deleteCustomObjectByExternalId } from './delete-by-external-id.ts'
import { deleteCustomObjectInstance } from './delete-instance.ts'
import { getCustomObjectInstance } from './get-instance.ts'
import { listCustomObjectInstances } from './list-instances.ts'
import { customObjectTypes } from './settings/index.ts'

export const customObjects = [
  createCustomObjectInstance,
  listCustomObjectInstances,
  getCustomObjectInstance,
  deleteCustomObjectInstance,
  deleteCustomObjectByExternalId,
  ...customObjectTypes,
]

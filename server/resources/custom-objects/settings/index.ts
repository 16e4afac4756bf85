/** Types of custom objects: records of a workspace besides people, companies and conversations. */
import { createCustomObjectAttribute } from './create-attribute.ts'
import { createCustomObjectRelationship } from './create-relationship.ts'
import { createCustomObjectType } from './create.ts'
import { deleteCustomObjectAttribute } from './delete-attribute.ts'
import { deleteCustomObjectRelationship } from './delete-relationship.ts'
import { deleteCustomObjectType } from './delete.ts'
import { getCustomObjectType } from './get.ts'
import { listCustomObjectTypes } from './list.ts'
import { updateCustomObjectAttribute } from './update-attribute.ts'
import { updateCustomObjectType } from './update.ts'

export const customObjectTypes = [
  listCustomObjectTypes,
  getCustomObjectType,
  createCustomObjectType,
  updateCustomObjectType,
  deleteCustomObjectType,
  createCustomObjectAttribute,
  updateCustomObjectAttribute,
  deleteCustomObjectAttribute,
  createCustomObjectRelationship,
  deleteCustomObjectRelationship,
]

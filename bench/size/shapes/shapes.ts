/** All shapes that are measured, in the order of the table. */
import { contacts } from './contacts.ts'
import { conversations } from './conversations.ts'
import { companiesAndLists } from './lists.ts'
import type { Scene, Shape } from './shape.ts'

export const shapesOf = (scene: Scene): Shape[] => [
  ...contacts(scene),
  ...conversations(scene),
  ...companiesAndLists(scene),
]

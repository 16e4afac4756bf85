/** All shapes that are measured, in the order of the table. */
import { companySearches } from './companies.ts'
import { contactMixes } from './contact-mixes.ts'
import { contactTexts } from './contact-texts.ts'
import { contactValues } from './contact-values.ts'
import { conversations } from './conversations.ts'
import { lists } from './lists.ts'
import type { Scene, Shape } from './shape.ts'

export const shapesOf = (scene: Scene): Shape[] => [
  ...contactTexts(scene),
  ...contactValues(scene),
  ...contactMixes(scene),
  ...conversations(scene),
  ...companySearches(scene),
  ...lists(scene),
]

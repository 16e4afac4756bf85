/** Visitors: people on the site who have not said who they are. */
import { convertVisitor } from './convert.ts'
import { retrieveVisitor } from './get.ts'
import { updateVisitor } from './update.ts'

export const visitors = [retrieveVisitor, updateVisitor, convertVisitor]

/** Properties of an audience in requests. */
import Type from 'typebox'
import { described, Text } from '../../schema/types.ts'
import { PredicatesInput } from './predicates.ts'

export const details = {
  name: described(Type.Optional(Text()), 'The name. A new audience needs one.'),
  predicates: Type.Optional(PredicatesInput('Conditions on contacts and their companies, all of which must hold.')),
  role_predicates: Type.Optional(PredicatesInput('Roles of contacts, one of which must hold.')),
}

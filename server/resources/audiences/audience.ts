/** The audience on the wire: contacts that predicates describe, for whom content can be meant. */
import type { Static } from 'typebox'
import Type from 'typebox'
import { unix } from '../../clock.ts'
import type { AudiencesRow } from '../../db/types/audiences.ts'
import { CreatedAt, described, IdOf, model, UpdatedAt } from '../../schema/types.ts'
import { Predicate, type StoredPredicate } from './predicates.ts'

export const Audience = model('audience', {
  type: Type.Literal('audience'),
  id: IdOf('audience'),
  name: described(Type.String(), 'The name.'),
  predicates: described(Type.Array(Predicate), 'Conditions on contacts and companies, all of which must hold.'),
  role_predicates: described(
    Type.Array(Predicate),
    'Roles of contacts, one of which must hold. Without any, contacts of every role are in the audience.',
  ),
  created_at: CreatedAt('audience'),
  updated_at: UpdatedAt('audience'),
})

export const presentAudience = (row: AudiencesRow): Static<typeof Audience> => ({
  type: 'audience',
  id: String(row.id),
  name: row.name,
  predicates: row.predicates as StoredPredicate[],
  role_predicates: row.role_predicates as StoredPredicate[],
  created_at: unix(row.created_at),
  updated_at: unix(row.updated_at),
})

/** The notes of a company as the company shows them: the newest ten, by address. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { CompaniesRow } from '../../db/types/companies.ts'
import { Id, model } from '../../schema/types.ts'
import { addressable } from '../contacts/addressable.ts'

export const CompanyNotes = model('company_note_list', {
  type: Type.Literal('note.list'),
  data: Type.Array(Type.Object({ type: Type.String(), id: Id, url: Type.String() })),
  url: Type.String(),
  total_count: Type.Integer(),
  has_more: Type.Boolean(),
})

export const presentCompanyNotes = ({
  id,
  note_ids,
}: Pick<CompaniesRow, 'id' | 'note_ids'>): Static<typeof CompanyNotes> => ({
  ...addressable('note', note_ids, `/companies/${id}/notes`),
  type: 'note.list',
})

/** The notes of a company as the company shows them: the newest ten, by address. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { CompaniesRow } from '../../db/types/companies.ts'
import { flatText } from '../../flat-text.ts'
import { described, IdOf, model } from '../../schema/types.ts'
import { addressable } from '../contacts/addressable.ts'

export const CompanyNotes = model('company_note_list', {
  type: Type.Literal('note.list'),
  data: described(
    Type.Array(
      Type.Object({
        type: described(Type.String(), 'The kind of object that the address leads to.'),
        id: IdOf('note'),
        url: described(Type.String(), 'The path under which the note is read.'),
      }),
    ),
    'The first ten notes, by address.',
  ),
  url: described(Type.String(), 'The path of the whole list.'),
  total_count: described(Type.Integer(), 'The number of all notes.'),
  has_more: described(Type.Boolean(), 'True if there are more than `data` shows.'),
})

export const presentCompanyNotes = ({
  id,
  note_ids,
}: Pick<CompaniesRow, 'id' | 'note_ids'>): Static<typeof CompanyNotes> => ({
  ...addressable('note', note_ids, flatText('/companies/', id, '/notes')),
  type: 'note.list',
})

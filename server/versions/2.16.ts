import Type from 'typebox'
import { Nullable } from '../http/schemas.ts'
import { version } from './history.ts'

const OwnerId = Nullable(Type.Integer())

export default version('2.16', {
  changes: [
    {
      name: 'StringOwnerId',
      note: 'A contact tells its owner as a string, no longer as a number.',
      model: 'contact',
      was: { owner_id: OwnerId },
      down: (contact) => {
        if (contact.owner_id !== null) contact.owner_id = Number(contact.owner_id)
        return contact
      },
    },
    {
      name: 'RedirectMergedContacts',
      note: 'A contact that was merged away answers 410 with a Link to where it went, no longer 404.',
    },
    {
      name: 'MergeDuplicatesOnly',
      note: 'Only contacts that share an email or a phone are merged, unless skip_duplicate_validation is true.',
    },
    {
      name: 'RefuseUnknownSortOrder',
      note: 'A sort order other than ascending and descending answers 400; it meant descending before.',
    },
  ],
  adds: {
    body: { 'POST /contacts/merge': ['skip_duplicate_validation'], 'PUT /contacts/{}': ['email_verified'] },
  },
})

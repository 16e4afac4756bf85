import Type from 'typebox'
import { operation } from '../../../http/operation.ts'
import { fillPlaceholders } from '../../../placeholders/fill.ts'
import { subjectsOf } from '../../../placeholders/subjects.ts'
import { valuesOf } from '../../../placeholders/vocabulary.ts'
import { described, IdInput, model } from '../../../schema/types.ts'
import { getAnyContact } from '../../contacts/queries.ts'
import * as queries from './queries.ts'

const MacroPreview = model('macro_preview', {
  type: Type.Literal('macro_preview'),
  body: described(Type.String(), 'The text as the contact would read it, as HTML.'),
  missing: described(
    Type.Array(Type.String({ description: 'The key of the placeholder.' })),
    'Placeholders that have neither a value for this contact nor a fallback.',
  ),
})

export const previewMacro = operation({
  api: 'settings',
  method: 'POST',
  path: '/parley/macros/{macro_id}/preview',
  group: 'Macros',
  summary: 'Preview a macro for a contact',
  description:
    'Nothing is sent. The teammate is the admin of the token; placeholders about a conversation and its message have no value.',
  params: Type.Object({ macro_id: Type.String() }),
  body: described(
    Type.Object({
      contact_id: described(
        Type.Optional(IdInput),
        'The id of the contact. Without one, placeholders about the contact have no value.',
      ),
    }),
    'The reader.',
  ),
  reply: MacroPreview,
  answer: 'The text with its placeholders filled in.',
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId, actor } = ctx
    const macro = await queries.getMacro(db, workspaceId, params.macro_id)
    const contact =
      body.contact_id === undefined ? undefined : await getAnyContact(db, workspaceId, String(body.contact_id))
    const of = { contactId: contact?.id ?? null, adminId: actor.adminId }
    const { html, missing } = fillPlaceholders(macro.body, valuesOf(await subjectsOf(db, workspaceId, of)))
    return { type: 'macro_preview' as const, body: html, missing }
  },
})

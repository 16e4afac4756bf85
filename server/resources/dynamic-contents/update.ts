import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { given } from '../../http/given.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { DynamicContent, presentDynamicContent } from './dynamic-content.ts'
import * as queries from './queries.ts'
import { invalid, readLanguage, readVariations, requireDefault, VariationsInput } from './variations.ts'

export const updateDynamicContent = operation({
  method: 'PUT',
  path: '/dynamic_contents/{dynamic_content_id}',
  group: 'Dynamic Content',
  scopes: ['read_write_dynamic_content'],
  summary: 'Update a dynamic content',
  description: 'Properties that are left out stay as they are; `variations` replaces all.',
  inferred: 'the codes of errors',
  params: Type.Object({ dynamic_content_id: Type.String() }),
  body: described(
    Type.Object({
      name: described(Type.Optional(Text()), 'The name, unique in the workspace.'),
      default_locale: Type.Optional(
        Type.String({ maxLength: 35, description: 'A language that has a variation for all brands.' }),
      ),
      variations: Type.Optional(VariationsInput),
    }),
    'The details to change.',
  ),
  reply: DynamicContent,
  answer: 'The dynamic content with its new details.',
  refusals: { 422: 'A locale, a brand or a variation is invalid, or another text has the name.' },
  handle: async (ctx, { params, body }) => {
    const { db, workspaceId } = ctx
    await lockWorkspace(db, workspaceId)
    const before = await queries.getDynamicContent(db, workspaceId, params.dynamic_content_id)
    const name = body.name?.trim()
    if (name === '') throw invalid('Name must not be blank', 'name')
    if (name !== undefined) await queries.refuseTakenName(db, workspaceId, name, before.id)
    const default_locale =
      body.default_locale === undefined ? undefined : readLanguage('default_locale', body.default_locale)
    const variations = body.variations && (await readVariations(ctx, before.content_type, body.variations))
    requireDefault(default_locale ?? before.default_locale, variations ?? before.variations)
    const changes = { ...given({ name, default_locale }), updated_at: ctx.now }
    await queries.updateDynamicContent(db, workspaceId, before.id, changes)
    if (variations) await queries.replaceVariations(db, workspaceId, before.id, variations, ctx.now)
    return presentDynamicContent(ctx.workspace, await queries.getDynamicContent(db, workspaceId, before.id))
  },
})

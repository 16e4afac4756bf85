import Type from 'typebox'
import { lockWorkspace } from '../../db/workspace-lock.ts'
import { operation } from '../../http/operation.ts'
import { described, Text } from '../../schema/types.ts'
import { CONTENT_TYPES, DynamicContent, presentDynamicContent } from './dynamic-content.ts'
import { newKey } from './key.ts'
import * as queries from './queries.ts'
import { invalid, readLanguage, readVariations, requireDefault, VariationsInput } from './variations.ts'

export const createDynamicContent = operation({
  method: 'POST',
  path: '/dynamic_contents',
  group: 'Dynamic Content',
  scopes: ['read_write_dynamic_content'],
  summary: 'Create a dynamic content',
  description: 'Its `content_type` and the `key` that is made of its name stay as they are.',
  inferred: 'the status, the codes of errors, and the form of variations in the request',
  body: described(
    Type.Object({
      name: described(Text(), 'The name, unique in the workspace.'),
      content_type: Type.Enum([...CONTENT_TYPES], { description: '`inline` for text in a line, `block` for blocks.' }),
      default_locale: Type.String({
        maxLength: 35,
        description: 'The language that is shown where another is missing.',
      }),
      variations: VariationsInput,
    }),
    'The new dynamic content.',
  ),
  reply: DynamicContent,
  answer: 'The new dynamic content.',
  refusals: { 422: 'A locale, a brand or a variation is invalid, or another text has the name.' },
  status: 201,
  handle: async (ctx, { body }) => {
    const { db, workspaceId } = ctx
    const name = body.name.trim()
    if (name === '') throw invalid('Name must not be blank', 'name')
    const default_locale = readLanguage('default_locale', body.default_locale)
    await lockWorkspace(db, workspaceId)
    await queries.refuseTakenName(db, workspaceId, name)
    const variations = await readVariations(ctx, body.content_type, body.variations)
    requireDefault(default_locale, variations)
    const columns = { name, key: await newKey(ctx, name), content_type: body.content_type, default_locale }
    const id = await queries.insertDynamicContent(db, workspaceId, columns, ctx.now)
    await queries.replaceVariations(db, workspaceId, id, variations, ctx.now)
    return presentDynamicContent(ctx.workspace, await queries.getDynamicContent(db, workspaceId, id))
  },
})

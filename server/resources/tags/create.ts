import Type from 'typebox'
import type { Ctx } from '../../context.ts'
import type { TagsRow } from '../../db/types/tags.ts'
import { notFound } from '../../http/errors.ts'
import { operation } from '../../http/operation.ts'
import { deleteCompanyTags, insertCompanyTags } from './company-queries.ts'
import { deleteContactTags, insertContactTags } from './contact-queries.ts'
import { emitContactTag } from './contact-tag.ts'
import { getTagToApply, updateTagName, upsertTag } from './queries.ts'
import { readTagRequest, type TagRequest, type Target } from './request.ts'
import { presentTag, TagCreateResponse } from './tag.ts'
import { findCompanyIds, findContactIds } from './target-queries.ts'
import { described } from '../../schema/types.ts'

export const createTag = operation({
  method: 'POST',
  path: '/tags',
  group: 'Tags',
  summary: 'Create or rename a tag, tag or untag people and companies',
  description:
    'A `name` answers the tag of that name, whatever its letter case, and makes it where there is none; `id` and `name` rename. ' +
    '`users` (each by `id`, `user_id` or `email`) and `companies` (each by `id` or `company_id`) are given the tag, ' +
    'or lose it where they bear `untag: true`.',
  // All faults in here are answered as one error, by readTagRequest.
  body: described(
    Type.Object({
      id: described(Type.Optional(Type.Unknown()), 'The id of a tag.'),
      name: described(Type.Optional(Type.Unknown()), 'The name of a tag; with an `id`, its new name.'),
      users: described(
        Type.Optional(Type.Unknown()),
        'Contacts, each an object with `id`, `user_id` or `email`, and `untag: true` to take the tag off.',
      ),
      contacts: described(Type.Optional(Type.Unknown()), 'The same as `users`.'),
      companies: described(
        Type.Optional(Type.Unknown()),
        'Companies, each an object with `id` or `company_id`, and `untag: true` to take the tag off.',
      ),
    }),
    'The tag, and the contacts and companies to tag or untag.',
  ),
  reply: TagCreateResponse,
  answer: 'The tag, and each contact and company that was named.',
  refusals: { 404: 'The tag, or a thing to be tagged, does not exist.' },
  handle: async (ctx, { body }) => {
    const request = readTagRequest(body)
    const tag = await tagOf(ctx, request)
    const users = await applyToPeople(ctx, tag, request.people)
    const companies = await applyToCompanies(ctx, tag, request.companies)
    return { ...presentTag(tag), users, companies }
  },
})

function tagOf(ctx: Ctx, { id, name }: TagRequest): Promise<TagsRow> {
  if (id === undefined) return upsertTag(ctx.db, ctx.workspaceId, name!, ctx.now)
  return name === undefined
    ? getTagToApply(ctx.db, ctx.workspaceId, id)
    : updateTagName(ctx.db, ctx.workspaceId, id, name)
}

async function applyToPeople(ctx: Ctx, tag: TagsRow, targets: Target[]) {
  const found = present(ctx, targets, await findContactIds(ctx.db, ctx.workspaceId, targets), 'contact')
  const [tagged, untagged] = split(found)
  if (tagged.length > 0) {
    const rows = await insertContactTags(ctx.db, ctx.workspaceId, tag.id, tagged, application(ctx))
    await emitContactTag(ctx, 'created', tag, rows)
  }
  if (untagged.length > 0)
    await emitContactTag(
      ctx,
      'deleted',
      tag,
      await deleteContactTags(ctx.db, ctx.workspaceId, tag.id, untagged, ctx.now),
    )
  return found.map(({ id, target }) => ({ id, tagged: !target.untag }))
}

async function applyToCompanies(ctx: Ctx, tag: TagsRow, targets: Target[]) {
  const found = present(ctx, targets, await findCompanyIds(ctx.db, ctx.workspaceId, targets), 'company')
  const [tagged, untagged] = split(found)
  if (tagged.length > 0) await insertCompanyTags(ctx.db, ctx.workspaceId, tag.id, tagged, application(ctx))
  if (untagged.length > 0) await deleteCompanyTags(ctx.db, ctx.workspaceId, tag.id, untagged, ctx.now)
  // A company is called in the answer what the request called it.
  return found.map(({ target }) => ({ id: target.value, tagged: !target.untag }))
}

type Found = { target: Target; id: string }

/** @throws 404 for one that does not exist, in versions that do not skip it */
function present(ctx: Ctx, targets: Target[], ids: (string | undefined)[], what: 'contact' | 'company'): Found[] {
  return targets.flatMap((target, at) => {
    const id = ids[at]
    if (id !== undefined) return [{ target, id }]
    if (ctx.has('SkipMissingWhenTagging')) return []
    throw notFound(what)
  })
}

const split = (found: Found[]) =>
  [false, true].map((untag) => found.filter(({ target }) => target.untag === untag).map(({ id }) => id)) as [
    string[],
    string[],
  ]

const application = (ctx: Ctx) => ({ applied_at: ctx.now, applied_by: ctx.actor.adminId })

/** One contact of a bulk task: the single operations, one after the other, in one transaction. */
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Ctx } from '../../../context.ts'
import { notFound } from '../../../http/errors.ts'
import { perform } from '../../../http/perform.ts'
import { IdInput, Nullable, Text } from '../../../schema/types.ts'
import { bodyCheck } from '../../../http/validate.ts'
import type { Action } from '../../../bulk/job.ts'
import { pick, type Details } from '../../../bulk/request.ts'
import { attachCompany } from '../../companies/attach-to-contact.ts'
import { createCompany } from '../../companies/create.ts'
import { detachCompany } from '../../companies/detach-from-contact.ts'
import { lockCompanies, lockCompany } from '../../companies/queries.ts'
import { listKnownTags } from '../../tags/queries.ts'
import { tagContact } from '../../tags/tag-contact.ts'
import { untagContact } from '../../tags/untag-contact.ts'
import { createContact } from '../create.ts'
import { deleteContact } from '../delete.ts'
import { updateContact } from '../update.ts'

const Tags = Type.Optional(Nullable(Type.Array(Type.Object({ id: IdInput }))))
const Attached = Type.Object({
  companies: Type.Optional(
    Nullable(
      Type.Array(
        Type.Object({
          company_id: IdInput,
          name: Type.Optional(Nullable(Text())),
          remove: Type.Optional(Nullable(Type.Boolean())),
        }),
      ),
    ),
  ),
  tags: Type.Optional(Nullable(Type.Object({ add: Tags, remove: Tags }))),
})
type Attached = Static<typeof Attached>
type TagsNamed = Static<typeof Tags> | undefined
type CompanyNamed = NonNullable<Attached['companies']>[number]

const checkAttached = bodyCheck(Attached, 'ignore')

const UPDATED = [
  'external_id',
  'email',
  'name',
  'phone',
  'avatar',
  'owner_id',
  'unsubscribed_from_emails',
  'language_override',
  'custom_attributes',
]
const CREATED = [...UPDATED, 'role', 'signed_up_at', 'last_seen_at']

export const contactItems: Record<Action, (ctx: Ctx, details: Details) => Promise<void>> = {
  async create(ctx, details) {
    const attached = attachedOf(details)
    const named = attached.companies?.map((company) => ({ ...company, remove: false }))
    const companies = await companiesOf(ctx, named)
    const { id } = (await perform(createContact, ctx, { body: pick(details, CREATED) })) as { id: string }
    await attach(ctx, id, companies)
    await tag(ctx, id, attached.tags?.add)
  },

  async update(ctx, details) {
    const attached = attachedOf(details)
    const companies = await companiesOf(ctx, attached.companies)
    const id = String(details['id'])
    await perform(updateContact, ctx, { params: { contact_id: id }, body: pick(details, UPDATED) })
    await attach(ctx, id, companies)
    await tag(ctx, id, attached.tags?.add, attached.tags?.remove)
  },

  async delete(ctx, { id }) {
    await perform(deleteContact, ctx, { params: { contact_id: String(id) } })
  },
}

function attachedOf(details: Details): Attached {
  const attached = pick(details, ['companies', 'tags'])
  checkAttached(attached)
  return attached
}

type Attachment = { id: string; remove: boolean }

/**
 * Creates missing companies and updates existing ones. Attaching holds the company before the contact, so this comes
 * first.
 */
async function companiesOf(ctx: Ctx, companies: Attached['companies']): Promise<Attachment[]> {
  if (!companies || companies.length === 0) return []
  await lockCompanies(
    ctx.db,
    ctx.workspaceId,
    companies.map(({ company_id }) => String(company_id)),
  )
  const ids = new Map<CompanyNamed, string>()
  // Creates companies in one order, too.
  for (const company of companies.toSorted((a, b) => compare(a.company_id, b.company_id)))
    ids.set(company, await companyOf(ctx, company))
  return companies.map((company) => ({ id: ids.get(company)!, remove: company.remove === true }))
}

const compare = (a: string | number, b: string | number): number =>
  String(a) < String(b) ? -1 : Number(String(a) > String(b))

async function companyOf(ctx: Ctx, { company_id, name, remove }: CompanyNamed): Promise<string> {
  const known = await lockCompany(ctx.db, ctx.workspaceId, { company_id: String(company_id) })
  if (known && (remove || name === undefined)) return known.id
  if (remove) throw notFound('company')
  const body = { company_id, ...(name !== undefined && { name }) }
  return ((await perform(createCompany, ctx, { body })) as { id: string }).id
}

async function attach(ctx: Ctx, contact_id: string, companies: Attachment[]): Promise<void> {
  for (const { id, remove } of companies)
    await (remove
      ? perform(detachCompany, ctx, { params: { contact_id, company_id: id } })
      : perform(attachCompany, ctx, { params: { contact_id }, body: { id } }))
}

/** Tags that there are not are passed over. */
async function tag(ctx: Ctx, contact_id: string, added: TagsNamed, removed?: TagsNamed): Promise<void> {
  const idsOf = async (named: TagsNamed) =>
    listKnownTags(
      ctx.db,
      ctx.workspaceId,
      (named ?? []).map(({ id }) => id),
    )
  for (const id of await idsOf(added)) await perform(tagContact, ctx, { params: { contact_id }, body: { id } })
  for (const id of await idsOf(removed))
    await perform(untagContact, ctx, { params: { contact_id, tag_id: String(id) } })
}

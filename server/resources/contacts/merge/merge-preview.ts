/** The preview of a merge, on the wire: changes to the user, and counts of the records that would move to it. */
import { isDeepStrictEqual } from 'node:util'
import type { Static } from 'typebox'
import Type from 'typebox'
import type { Workspace } from '../../../context.ts'
import type { ContactsRow } from '../../../db/types/contacts.ts'
import { described, model } from '../../../schema/types.ts'
import { presentContact, type ContactWire } from '../contact.ts'
import type { Obstacle } from './merge-rules.ts'

/** Values that are missing are left out, but for what comes of them. */
const AttributeChange = model('merge_preview_attribute_change', {
  field: described(Type.String(), 'The name of the field or of the custom attribute.'),
  outcome: described(
    Type.Enum(['adopted', 'discarded', 'merged']),
    '`adopted`: taken from the contact merged away; `discarded`: its value is lost; `merged`: both are kept.',
  ),
  from_value: described(
    Type.Optional(Type.Unknown()),
    'The value of the contact that would be merged away. Absent if it has none.',
  ),
  into_value: described(Type.Optional(Type.Unknown()), 'The value of the user that would stay. Absent if it has none.'),
  new_into_value: described(Type.Unknown(), 'The value that the user would have afterwards; null for none.'),
})
type Change = Static<typeof AttributeChange>

const Counts = Type.Object({
  from: described(Type.Integer(), 'The number that the contact that would be merged away has.'),
  into: described(Type.Integer(), 'The number that the user that would stay has.'),
})
const MOVING = ['conversations', 'tickets', 'phone_calls', 'tags', 'notes'] as const
export type Reassignments = Record<(typeof MOVING)[number], Static<typeof Counts>>

const Allowed = model('merge_preview_allowed', {
  allowed: Type.Literal(true),
  summary: described(
    model('merge_preview_summary', {
      attribute_changes: described(
        model('merge_preview_attribute_changes', {
          attributes: described(Type.Array(AttributeChange), 'The first 50 of these fields.'),
          total_count: described(Type.Integer(), 'The number of all these fields.'),
        }),
        'The fields in which the two differ.',
      ),
      reassignments: described(
        model('merge_preview_reassignments', {
          conversations: described(Type.Optional(Counts), 'Conversations.'),
          tickets: described(Type.Optional(Counts), 'Tickets.'),
          phone_calls: described(Type.Optional(Counts), 'Phone calls.'),
          tags: described(Type.Optional(Counts), 'Tags.'),
          notes: described(Type.Optional(Counts), 'Notes.'),
        }),
        'The number of things to move that each of the two has, by kind. Kinds that neither has are left out.',
      ),
    }),
    'The effect of the merge.',
  ),
})

const Blocked = model('merge_preview_blocked', {
  allowed: Type.Literal(false),
  reasons: described(
    Type.Array(
      model('merge_preview_reason', {
        code: described(Type.String(), 'The reason for a program.'),
        message: described(Type.String(), 'The reason for a person.'),
      }),
    ),
    'The reasons for refusing the merge.',
  ),
})

export const MergePreview = Type.Union([Allowed, Blocked])

const REASONS: Record<Obstacle, string> = {
  invalid_merge_role_pair: 'Only a lead can be merged, and only into a user.',
  no_shared_identifier:
    'These contacts have no email, phone or external ID in common, so nothing says that they are the same person. ' +
    'Set skip_duplicate_validation to true to preview the merge all the same.',
  u2u_no_shared_identifier:
    'These users have no email or phone in common, so nothing says that they are the same person.',
}

export const presentObstacle = (code: Obstacle): Static<typeof Blocked> => ({
  allowed: false,
  reasons: [{ code, message: REASONS[code] }],
})

/** The most changes that are shown; all are counted. */
const SHOWN = 50

export function presentOutcome(changes: Change[], moving: Reassignments): Static<typeof Allowed> {
  return {
    allowed: true,
    summary: {
      attribute_changes: { attributes: changes.slice(0, SHOWN), total_count: changes.length },
      reassignments: Object.fromEntries(
        MOVING.filter((what) => moving[what].from > 0).map((key) => [key, moving[key]]),
      ),
    },
  }
}

/** A contact's values by field, as the preview compares them. */
type Values = Map<string, unknown>

/** @param names names of companies by id */
export function changesBetween(
  workspace: Workspace,
  { lead, before, after }: { lead: ContactsRow; before: ContactsRow; after: ContactsRow },
  names: Map<string, string>,
): Change[] {
  const [from, into, result] = [lead, before, after].map((row) => valuesOf(workspace, row, names)) as [
    Values,
    Values,
    Values,
  ]
  return [...from].flatMap(([field, value]) => {
    const [kept, becomes] = [into.get(field), result.get(field)]
    const change = outcome(value, kept, becomes)
    if (change === undefined) return []
    return [
      {
        field,
        outcome: change,
        from_value: value,
        ...(kept !== undefined && { into_value: kept }),
        new_into_value: becomes ?? null,
      },
    ]
  })
}

function outcome(from: unknown, into: unknown, becomes: unknown): Change['outcome'] | undefined {
  if (isDeepStrictEqual(from, into)) return undefined
  if (isDeepStrictEqual(becomes, into)) return isPartOf(from, into) ? undefined : 'discarded'
  return isDeepStrictEqual(becomes, from) ? 'adopted' : 'merged'
}

/** The union of both lists. */
const isPartOf = (from: unknown, into: unknown): boolean =>
  Array.isArray(from) && Array.isArray(into) && from.every((item) => into.some((one) => isDeepStrictEqual(one, item)))

/** Columns that the preview tells elsewhere, or that are not personal: ids, and counts of records that move. */
const LEFT_OUT = new Set<keyof ContactWire>([
  'type',
  'id',
  'workspace_id',
  'external_id',
  'role',
  'created_at',
  'updated_at',
  'formatted_phone',
  'tags',
  'notes',
])

/** Nothing that is missing: neither null nor false nor an empty list. */
function valuesOf(workspace: Workspace, row: ContactsRow, names: Map<string, string>): Values {
  const { avatar, social_profiles, location, custom_attributes, companies: _, ...wire } = presentContact(workspace, row)
  const { type: __, ...places } = location
  const fields = Object.entries({
    ...wire,
    avatar: avatar?.image_url ?? null,
    social_profiles: social_profiles.data,
    ...Object.fromEntries(Object.entries(places).map(([place, name]) => [`location.${place}`, name])),
    ...Object.fromEntries(
      Object.entries(custom_attributes).map(([name, value]) => [`custom_attributes.${name}`, value]),
    ),
    companies: row.company_ids.map((id) => names.get(id) ?? id),
    opted_in_subscription_types: row.opted_in_subscription_type_ids.map(String),
    opted_out_subscription_types: row.opted_out_subscription_type_ids.map(String),
  })
  return new Map(
    fields.filter(
      ([field, value]) =>
        !LEFT_OUT.has(field as keyof ContactWire) &&
        value !== null &&
        (value !== false || field.startsWith('custom_attributes.')) &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}

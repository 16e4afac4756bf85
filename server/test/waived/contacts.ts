import { isNumberOrSwitch, type Waiver } from './waiver.ts'

/** Reasons against a merge that came after Preview was described. */
const NEW_REASONS = ['u2u_no_shared_identifier']
const hasNewReason = ({ reasons }: { reasons: { code: string }[] }) =>
  reasons.some(({ code }) => NEW_REASONS.includes(code))

export const CONTACTS: Waiver[] = [
  {
    operation: /./,
    kind: 'schema',
    at: /\/email$/,
    when: (value, { type }) => value === null && type === 'contact',
    reason: 'A contact without an email shows null; the descriptions forget that there are such contacts.',
  },
  {
    operation: /./,
    kind: 'extra',
    at: /\/(unsubscribed_from_sms|sms_consent)$/,
    when: (value, { type }) => typeof value === 'boolean' && type === 'contact',
    reason: 'Recorded contacts have both, and the descriptions neither.',
  },
  {
    operation: /^GET \/contacts\/find_by_external_id\/{}$/,
    version: /^2\.13$/,
    kind: 'missing',
    at: /^\/formatted_phone$/,
    when: (_, { type }) => type === 'contact',
    reason: 'One example of 2.13 has it; its schema has not, nor have the versions after it until Preview.',
  },
  {
    operation: /^GET \/contacts\/{}\/merge_history$/,
    kind: 'missing',
    at: /^\/next_cursor$/,
    when: (_, { has_more }) => has_more === false,
    reason: 'The last page has no cursor, as its description says; the example is of another page.',
  },
  {
    operation: /^POST \/contacts\/merge\/preview$/,
    version: /^Preview$/,
    kind: 'schema',
    at: /^\/$/,
    when: (value) => value?.allowed === false && hasNewReason(value),
    reason: 'Users are merged, and refused for a reason of their own, since after Preview was described.',
  },
  {
    operation: /^POST \/contacts\/merge\/preview$/,
    version: /^Preview$/,
    kind: 'schema',
    at: /^\/allowed$/,
    when: (value, refusal) => value === false && hasNewReason(refusal),
    reason: 'The same: the answer fits neither of the two forms that the schema has.',
  },
  {
    operation: /^POST \/contacts\/merge\/preview$/,
    version: /^Preview$/,
    kind: 'schema',
    at: /^\/reasons\/\[\]\/code$/,
    when: (value) => NEW_REASONS.includes(value),
    reason: 'The same: the code of that reason.',
  },
  {
    operation: /^DELETE .*\/tags\/{}$/,
    kind: 'schema',
    at: /^\/applied_by$/,
    when: (value) => value === null,
    reason: 'A tag that was taken off was applied by nobody, as recorded.',
  },
  {
    operation: /\/visitors$/,
    kind: 'schema',
    at: /^\/custom_attributes\/[^/]+$/,
    when: isNumberOrSwitch,
    reason:
      'Custom attributes of visitors are of their own types, as the example of the request shows, not all of them text.',
  },
]

/** Contacts by several conditions, in other orders than the usual one, and far into the list. */
import { COMMON_NAME } from '../load/names.ts'
import { RARE_CITIES } from '../load/places.ts'
import { LARGEST_DOMAIN, NEW_SYSTEM, OLD_SYSTEM, TINY_DOMAINS } from '../load/vocabulary.ts'
import { cursorAfter, fromMiddle } from './facts.ts'
import { all, any, searching, turn, where, type Scene, type Shape } from './shape.ts'

const plan = (name: string) => where('custom_attributes.plan', '=', name)
const tiny = (i: number) => where('email_domain', '=', turn(TINY_DOMAINS, i))
const onTrial = where('custom_attributes.trial', '=', true)
const isUser = where('role', '=', 'user')
const by = (field: string, order: 'ascending' | 'descending') => ({ sort: { field, order } })

export function contactMixes(scene: Scene): Shape[] {
  return [...nested(scene), ...sorted(scene), ...deep(scene), ...totals(scene)]
}

function nested({ loaded, facts: { contacts } }: Scene): Shape[] {
  const search = searching('contacts', loaded.size)
  const tagged = (i: number) => where('tag_id', '=', String(turn(loaded.rareTagIds, i)))
  return [
    search('(rare OR rare) AND 80 %', 0.0008, (i) => all(any(tiny(i), plan('enterprise')), isUser)),
    search('50 % AND 30 % AND 90 %', 0.13, () =>
      all(plan('free'), where('email_domain', '=', LARGEST_DOMAIN), where('custom_attributes.trial', '=', false)),
    ),
    search('50 % AND rare', [1, 40], (i) => all(plan('free'), where('location.city', '=', turn(RARE_CITIES, i))), {
      growth: true,
    }),
    search('20 % OR one', 0.2, (i) => any(where('role', '=', 'lead'), where('email', '=', turn(contacts, i).email))),
    search('(10 % OR 15 %) AND (10 % OR 5 %)', 0.034, () =>
      all(any(where('name', '~', COMMON_NAME), plan('pro')), any(onTrial, plan('business'))),
    ),
    search('OR of 15', [1, 15], (i) =>
      any(...Array.from({ length: 15 }, (_, at) => where('email', '=', turn(contacts, i + at * 3).email))),
    ),
    search('rare tag AND 50 %', 0.0005, (i) => all(tagged(i), plan('free'))),
    search('10 % AND 0.5 % AND not rare', 0.0005, (i) =>
      all(
        onTrial,
        where('custom_attributes.seats', '>', 195 + (i % 9)),
        where('email_domain', '!=', turn(TINY_DOMAINS, i)),
      ),
    ),
  ]
}

function sorted({ loaded }: Scene): Shape[] {
  const search = searching('contacts', loaded.size)
  const rareTag = (i: number) => where('tag_id', '=', String(turn(loaded.rareTagIds, i)))
  return [
    search('80 % by created_at, down', 0.8, () => isUser, by('created_at', 'descending')),
    search('80 % by updated_at, down', 0.8, () => isUser, by('updated_at', 'descending')),
    search('80 % by updated_at, up', 0.8, () => isUser, by('updated_at', 'ascending')),
    search('50 % by last_seen_at, down', 0.5, () => plan('free'), by('last_seen_at', 'descending')),
    search('50 % by last_seen_at, up', 0.5, () => plan('free'), by('last_seen_at', 'ascending')),
    search('50 % by name, up', 0.5, () => plan('free'), by('name', 'ascending')),
    search('30 % by name, down', 0.3, () => plan('starter'), by('name', 'descending')),
    search('0.1 % by updated_at, down', 0.001, () => plan('enterprise'), by('updated_at', 'descending')),
    search('0.1 % by last_seen_at, down', 0.001, rareTag, by('last_seen_at', 'descending')),
    search('0.1 % by name, up', 0.001, rareTag, by('name', 'ascending')),
    search('1 %, all at the far end', 0.01, () => where('os', '=', NEW_SYSTEM)),
    search(
      '1 % by created_at, down, at the far end',
      0.01,
      () => where('os', '=', OLD_SYSTEM),
      by('created_at', 'descending'),
    ),
    search(
      '0.2 % by created_at, down, at the far end',
      0.002,
      () => all(where('os', '=', OLD_SYSTEM), where('role', '=', 'lead')),
      by('created_at', 'descending'),
    ),
  ]
}

function deep({ loaded: { size }, facts: { contacts } }: Scene): Shape[] {
  const search = searching('contacts', size)
  const middle = (i: number) => fromMiddle(contacts, i)
  const created = (i: number) => cursorAfter(middle(i).created_at, middle(i).id, 200)
  const updated = (i: number) => cursorAfter(middle(i).updated_at, middle(i).id, 200)
  const named = (i: number) => cursorAfter(middle(i).name, middle(i).id, 200)
  const second = (i: number) =>
    cursorAfter(turn(contacts.slice(0, 9), i).created_at, turn(contacts.slice(0, 9), i).id, 2)
  return [
    search('80 %, page 2', 0.8, () => isUser, { after: second }),
    search('80 %, a page in the middle', 0.8, () => isUser, { after: created }),
    search('50 % by updated_at, a page in the middle', 0.5, () => plan('free'), {
      after: updated,
      ...by('updated_at', 'descending'),
    }),
    search('50 % by name, a page in the middle', 0.5, () => plan('free'), { after: named, ...by('name', 'ascending') }),
    search('0.1 %, a page in the middle', 0.001, () => plan('enterprise'), { after: created }),
  ]
}

function totals({ loaded }: Scene): Shape[] {
  const search = searching('contacts', loaded.size)
  return [
    search('total of 80 %', 0.8, () => isUser, { perPage: 1, growth: true }),
    search('total of 30 %', 0.29, () => where('email_domain', '=', LARGEST_DOMAIN), { perPage: 1 }),
    search('total of 30 %, an attribute', 0.3, () => plan('starter'), { perPage: 1 }),
    search('total of 10 %, a tag', 0.1, (i) => where('tag_id', '=', String(turn(loaded.commonTagIds, i))), {
      perPage: 1,
    }),
  ]
}

/** Searches of contacts: by texts, values, ranges, and several of them in other orders. */
import { COMMON_NAME, RARE_LAST_NAMES } from '../load/names.ts'
import { RARE_CITIES } from '../load/places.ts'
import { BIG_DOMAINS, LARGEST_DOMAIN, NEW_SYSTEM, TINY_DOMAINS } from '../load/vocabulary.ts'
import { cursorAfter, fromMiddle } from './facts.ts'
import { all, any, searching, turn, upTo, where, type Query, type Scene, type Shape } from './shape.ts'

const DAY = 86_400
const custom = (name: string, operator: string, value: unknown) => where(`custom_attributes.${name}`, operator, value)
const between = (field: string, above: number, below: number): Query =>
  all(where(field, '>', above), where(field, '<', below))
const by = (field: string, order: 'ascending' | 'descending') => ({ sort: { field, order } })
const isUser = where('role', '=', 'user')
const tiny = (i: number) => where('email_domain', '=', turn(TINY_DOMAINS, i))
const mrr = (i: number) => (i * 7) % 900

export const contacts = (scene: Scene): Shape[] => [...texts(scene), ...values(scene), ...mixes(scene)]

function texts({ loaded: { size }, facts }: Scene): Shape[] {
  const search = searching('contacts', size)
  const user = (i: number) => turn(facts.contacts, i * 7)
  return [
    search('email =', [1, 1], (i) => where('email', '=', user(i).email)),
    search('external_id IN 50', [1, 50], (i) =>
      where(
        'external_id',
        'IN',
        Array.from({ length: 50 }, (_, at) => user(i * 3 + at).external_id),
      ),
    ),
    search('name =, rare', [1, 20], (i) => where('name', '=', turn(facts.rareNames, i))),
    search('email ^, rare', [1, 15], (i) => where('email', '^', user(i).email.split('@')[0])),
    search('name ~, rare', [1, 20], (i) => where('name', '~', turn(RARE_LAST_NAMES, i).toLowerCase())),
    search('name ~, 10 %', 0.1, () => where('name', '~', COMMON_NAME.toLowerCase())),
    search('name ~, none', [0, 0], (i) => where('name', '~', `qzx${i % 100}vwk`)),
    search('name ~, two letters', upTo(size.contacts, 1), (i) => where('name', '~', turn(['zo', 'xi', 'wr', 'dv'], i))),
    search('email ~ @domain, 0.5 %', 0.005, (i) => where('email', '~', `@${turn(BIG_DOMAINS, i)}`)),
    search('email_domain =, 30 %', 0.29, () => where('email_domain', '=', LARGEST_DOMAIN)),
  ]
}

function values({ loaded }: Scene): Shape[] {
  const { size, now } = loaded
  const search = searching('contacts', size)
  /** So many days ago, another day for every request. */
  const ago = (days: number, i: number) => now - (days + ((i * 17) % 300)) * DAY
  return [
    search('plan =, 0.1 %', 0.001, () => custom('plan', '=', 'enterprise')),
    search('plan =, 50 %', 0.5, () => custom('plan', '=', 'free')),
    search('plan !=, 50 %', 0.5, () => custom('plan', '!=', 'free')),
    search('seats >, 0.01 %', 0.0001, (i) => custom('seats', '>', 4900 + (i % 100))),
    search('seats >, 50 %', 0.5, () => custom('seats', '>', 1)),
    search('mrr between, 0.01 %', 0.0001, (i) => between('custom_attributes.mrr', mrr(i), mrr(i) + 0.125)),
    search('created_at between, 1 %', 0.01, (i) => between('created_at', ago(400, i), ago(388, i))),
    search('created_at >, 50 %', 0.5, (i) => where('created_at', '>', now - (547 + (i % 9)) * DAY)),
    search('location.city =, 20 rows', [1, 40], (i) => where('location.city', '=', turn(RARE_CITIES, i))),
    search('tag_id =, 0.1 %', 0.001, (i) => where('tag_id', '=', String(turn(loaded.rareTagIds, i)))),
    search('tag_id =, 10 %', 0.1, (i) => where('tag_id', '=', String(turn(loaded.commonTagIds, i)))),
    search('segment_id =, two conditions', 0.0008, () =>
      where('segment_id', '=', loaded.segmentIds['Large teams on trial']),
    ),
  ]
}

function mixes({ loaded: { size }, facts }: Scene): Shape[] {
  const search = searching('contacts', size)
  const middle = (i: number) => fromMiddle(facts.contacts, i)
  const users = Math.round(size.contacts * 0.8)
  return [
    search('(rare OR 0.1 %) AND 80 %', 0.0008, (i) => all(any(tiny(i), custom('plan', '=', 'enterprise')), isUser)),
    search('50 % AND rare', [1, 40], (i) =>
      all(custom('plan', '=', 'free'), where('location.city', '=', turn(RARE_CITIES, i))),
    ),
    search('80 % by updated_at, down', 0.8, () => isUser, by('updated_at', 'descending')),
    search('50 % by name, up', 0.5, () => custom('plan', '=', 'free'), by('name', 'ascending')),
    search('1 %, all at the far end', 0.01, () => where('os', '=', NEW_SYSTEM)),
    search('80 %, a later page', 0.8, () => isUser, {
      after: (i) => cursorAfter(middle(i).created_at, middle(i).id, 200, users),
    }),
  ]
}

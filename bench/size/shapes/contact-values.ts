/** Contacts by values: custom attributes, dates, tags, segments, places, switches. */
import { COUNTRIES, RARE_CITIES } from '../load/places.ts'
import { LANGUAGES } from '../load/vocabulary.ts'
import { all, searching, turn, upTo, where, type Query, type Scene, type Shape } from './shape.ts'

const DAY = 86_400
const custom = (name: string, operator: string, value: unknown) => where(`custom_attributes.${name}`, operator, value)
const between = (field: string, above: number, below: number): Query =>
  all(where(field, '>', above), where(field, '<', below))

const cohort = (n: number) => `cohort-${String(n % 1000).padStart(3, '0')}`
const order = (k: number) => `ORD-${String(k).padStart(8, '0')}`

export function contactValues({ loaded }: Scene): Shape[] {
  const { size, now } = loaded
  const search = searching('contacts', size)
  /** So many days ago, another for every request. */
  const ago = (days: number, i: number) => now - (days + ((i * 17) % 300)) * DAY
  return [
    search('plan =, 0.1 %', 0.001, () => custom('plan', '=', 'enterprise'), { growth: true }),
    search('plan =, 50 and 30 %', 0.4, (i) => custom('plan', '=', turn(['free', 'starter'], i))),
    search('plan IN, 5 %', 0.05, () => custom('plan', 'IN', ['business', 'enterprise'])),
    search('plan !=, 50 %', 0.5, () => custom('plan', '!=', 'free')),
    search('cohort =, 0.1 %', 0.001, (i) => custom('cohort', '=', cohort(i * 37))),
    search('cohort ~, 1 %', 0.01, (i) => custom('cohort', '~', `-${10 + (i % 90)}`)),
    search('cohort NIN 20, 98 %', 0.98, (i) =>
      custom(
        'cohort',
        'NIN',
        Array.from({ length: 20 }, (_, n) => cohort(i + n * 41)),
      ),
    ),
    search('order_number =', [1, 1], (i) =>
      custom('order_number', '=', order(((i * 1009) % (size.contacts / 100)) * 100)),
    ),
    search('order_number ^, 100 rows', [90, 100], (i) =>
      custom('order_number', '^', order((i * 700) % size.contacts).slice(0, -2)),
    ),
    search('trial =, 10 %', 0.1, () => custom('trial', '=', true)),
    search('seats >, 0.01 %', 0.0001, (i) => custom('seats', '>', 4900 + (i % 100))),
    search('seats >, 0.5 %', 0.005, (i) => custom('seats', '>', 195 + (i % 10)), { growth: true }),
    search('seats >, 50 %', 0.5, () => custom('seats', '>', 1)),
    search('seats =, 17 %', 0.17, () => custom('seats', '=', 2)),
    search('mrr between, 0.01 %', 0.0001, (i) =>
      between('custom_attributes.mrr', (i * 7) % 900, ((i * 7) % 900) + 0.125),
    ),
    search('mrr between, 0.5 %', 0.005, (i) => between('custom_attributes.mrr', (i * 7) % 900, ((i * 7) % 900) + 6.25)),
    search('mrr <, 40 %', 0.4, (i) => custom('mrr', '<', 500 + (i % 9))),
    search('renewal = day, 0.1 %', 0.0011, (i) => custom('renewal', '=', ago(-150, i))),
    search('renewal between, 1 %', 0.01, (i) => between('custom_attributes.renewal', ago(-150, i), ago(-160, i))),
    search('renewal >, 40 %', 0.4, (i) => custom('renewal', '>', now - (i % 9) * DAY)),

    search('created_at = day, 0.1 %', 0.0009, (i) => where('created_at', '=', ago(400, i))),
    search('created_at between, 1 %', 0.01, (i) => between('created_at', ago(400, i), ago(388, i)), { growth: true }),
    search('created_at >, 50 %', 0.5, (i) => where('created_at', '>', now - (547 + (i % 9)) * DAY)),
    search('last_seen_at = day, 0.05 %', upTo(size.contacts, 0.005), (i) => where('last_seen_at', '=', ago(300, i))),
    search('last_seen_at between, 1 %', upTo(size.contacts, 0.05), (i) =>
      between('last_seen_at', ago(300, i), ago(280, i)),
    ),
    search('last_seen_at >, 30 %', 0.3, (i) => where('last_seen_at', '>', now - (60 + (i % 9)) * DAY)),
    search('last_seen_at = null, 15 %', 0.15, () => where('last_seen_at', '=', null)),
    search('external_id != null, 80 %', 0.8, () => where('external_id', '!=', null)),
    search('updated_at >, 20 %', upTo(size.contacts, 1), (i) => where('updated_at', '>', now - (20 + (i % 9)) * DAY)),

    search('owner_id =, 1 to 10 %', upTo(size.contacts, 0.2), (i) =>
      where('owner_id', '=', turn(loaded.adminIds.slice(0, 10), i)),
    ),
    search('role =, 20 %', 0.2, () => where('role', '=', 'lead')),
    search('role !=, 20 %', 0.2, () => where('role', '!=', 'user')),
    search('unsubscribed and bounced, 0.2 %', 0.0024, () =>
      all(where('unsubscribed_from_emails', '=', true), where('has_hard_bounced', '=', true)),
    ),
    search('location.city =, 20 rows', [1, 40], (i) => where('location.city', '=', turn(RARE_CITIES, i))),
    search('location.country =, 0.5 to 10 %', upTo(size.contacts, 0.25), (i) =>
      where('location.country', '=', turn(COUNTRIES.slice(3, 30), i)),
    ),
    search('location.country IN 5', upTo(size.contacts, 1), (i) =>
      where(
        'location.country',
        'IN',
        [0, 9, 18, 27, 36].map((at) => COUNTRIES[at + (i % 9)]),
      ),
    ),
    search('browser_language =', upTo(size.contacts, 1), (i) =>
      where('browser_language', '=', turn(LANGUAGES.slice(1), i)),
    ),

    search('tag_id =, 0.1 %', 0.001, (i) => where('tag_id', '=', String(turn(loaded.rareTagIds, i))), { growth: true }),
    search('tag_id =, 10 %', 0.1, (i) => where('tag_id', '=', String(turn(loaded.commonTagIds, i)))),
    search('tag_id !=, 90 %', 0.9, (i) => where('tag_id', '!=', String(turn(loaded.commonTagIds, i)))),
    search('segment_id =, 0.1 %', 0.0008, () => where('segment_id', '=', loaded.segmentIds['Enterprise'])),
    search('segment_id =, two conditions', 0.0008, () =>
      where('segment_id', '=', loaded.segmentIds['Large teams on trial']),
    ),
    search('segment_id =, 40 %', 0.4, () => where('segment_id', '=', loaded.segmentIds['Free users'])),
  ]
}

/** Contacts by what is written: addresses, names, numbers. */
import { LAST_NAMES, RARE_LAST_NAMES, COMMON_NAME } from '../load/names.ts'
import { BIG_DOMAINS, LARGEST_DOMAIN, TINY_DOMAINS } from '../load/vocabulary.ts'
import { searching, turn, upTo, where, type Scene, type Shape } from './shape.ts'

export function contactTexts({ loaded: { size }, facts: { contacts, rareNames } }: Scene): Shape[] {
  const search = searching('contacts', size)
  const user = (i: number) => turn(contacts, i * 7)
  return [
    search('email =', [1, 1], (i) => where('email', '=', user(i).email), { growth: true }),
    search('external_id =', [1, 1], (i) => where('external_id', '=', user(i).external_id), { growth: true }),
    search('phone =', [1, 2], (i) => where('phone', '=', user(i).phone)),
    search('name =, rare', [1, 20], (i) => where('name', '=', turn(rareNames, i))),
    search('name =, 0.2 to 0.5 %', 0.003, (i) => where('name', '=', `${COMMON_NAME} ${LAST_NAMES[i % 3]}`)),
    search('id IN 50', [1, 50], (i) => where('id', 'IN', several(contacts, i, 50, 'id'))),
    search('email IN 15', [1, 15], (i) => where('email', 'IN', several(contacts, i, 15, 'email'))),
    search('external_id IN 50', [1, 50], (i) => where('external_id', 'IN', several(contacts, i, 50, 'external_id'))),

    search('email ^, rare', [1, 15], (i) => where('email', '^', user(i).email.split('@')[0]), { growth: true }),
    search('email ^, 10 %', 0.1, () => where('email', '^', `${COMMON_NAME.toLowerCase()}.`)),
    search('name ^, rare', [1, 40], (i) => where('name', '^', turn(rareNames, i).slice(0, -3))),
    search('name ^, 10 %', 0.1, () => where('name', '^', COMMON_NAME)),
    search('email $, 20 rows', [1, 40], (i) => where('email', '$', `@${turn(TINY_DOMAINS, i)}`)),
    search('email $, 30 %', 0.29, () => where('email', '$', LARGEST_DOMAIN)),

    search('name ~, rare', [1, 20], (i) => where('name', '~', turn(RARE_LAST_NAMES, i).toLowerCase()), {
      growth: true,
    }),
    search('name ~, 10 %', 0.1, () => where('name', '~', COMMON_NAME.toLowerCase())),
    search('name ~, none', [0, 0], (i) => where('name', '~', `qzx${i % 100}vwk`)),
    search('name ~, two letters', upTo(size.contacts, 1), (i) => where('name', '~', turn(['zo', 'xi', 'wr', 'dv'], i))),
    search('email ~, rare', [1, 20], (i) => where('email', '~', turn(EMAILED, i))),
    search('email ~, 0.2 to 3 %', upTo(size.contacts, 0.05), (i) =>
      where('email', '~', turn(['lopez', 'walker', 'mayer', 'persson'], i)),
    ),
    search('email ~, none', [0, 0], (i) => where('email', '~', `qzx${i % 100}vwk`)),

    search('email_domain =, 30 %', 0.29, () => where('email_domain', '=', LARGEST_DOMAIN)),
    search('email_domain =, 0.5 %', 0.005, (i) => where('email_domain', '=', turn(BIG_DOMAINS, i))),
    search('email_domain =, 20 rows', [1, 40], (i) => where('email_domain', '=', turn(TINY_DOMAINS, i)), {
      growth: true,
    }),
    search('email ~ @domain, 30 %', 0.29, () => where('email', '~', `@${LARGEST_DOMAIN}`)),
    search('email ~ @domain, 0.5 %', 0.005, (i) => where('email', '~', `@${turn(BIG_DOMAINS, i)}`)),
    search('email ~ @domain, 20 rows', [1, 40], (i) => where('email', '~', `@${turn(TINY_DOMAINS, i)}`)),
    search('email_domain !=, 70 %', 0.68, () => where('email_domain', '!=', LARGEST_DOMAIN)),
    search('name !~, 90 %', 0.89, () => where('name', '!~', COMMON_NAME.toLowerCase())),
    search('email = null, 3 %', 0.03, () => where('email', '=', null)),
  ]
}

/** As they stand in addresses: those that are spelt alike there. */
const EMAILED = RARE_LAST_NAMES.map((name) => name.toLowerCase()).filter((name) => /^[a-z]+$/.test(name))

function several<K extends string>(list: Record<K, unknown>[], i: number, count: number, key: K): unknown[] {
  const first = i * 11
  return Array.from({ length: count }, (_, at) => list[(first + at * 3) % list.length]![key]).filter(
    (value, at, values) => values.indexOf(value) === at,
  )
}

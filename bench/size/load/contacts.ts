/**
 * Contacts. The shares that the shapes count on: a fifth are leads; a tenth of all are called Maria;
 * 30 % of the addresses are at one domain; plans 50/30/15/4.9/0.1 %; one in n has n seats or more.
 */
import { fragment, type Pool } from '../../../server/db/pool.ts'
import { dealt, inBatches, rowsOfAll, type Batch } from './deal.ts'
import { COMMON_NAME, FIRST_NAMES, LAST_NAMES, plain, RARE_LAST_NAMES } from './names.ts'
import { CITIES, CONTINENTS, COUNTRIES, COUNTRY_CODES, RARE_CITIES, REGIONS } from './places.ts'
import { everyNth, type Size } from './size.ts'
import { tagsOf } from './tags.ts'
import * as v from './vocabulary.ts'

const BATCH = 20_000

export const insertContacts = (db: Pool, size: Size): Promise<void> =>
  inBatches(rowsOfAll(size, 'contacts'), BATCH, (batch) => insert(db, size, batch))

async function insert(db: Pool, size: Size, batch: Batch): Promise<void> {
  // Shares of the big workspace's rows, so that a small one has hardly any.
  const nthRareName = everyNth(size.contacts, RARE_LAST_NAMES.length * 10)
  const nthTinyDomain = everyNth(size.contacts, v.TINY_DOMAINS.length * 20)
  const nthRareCity = everyNth(size.contacts, RARE_CITIES.length * 20)
  await db`
    insert into contacts (workspace_id, id, state, role, external_id, email, phone, formatted_phone, name, owner_id,
      has_hard_bounced, marked_email_as_spam, unsubscribed_from_emails, created_at, updated_at, signed_up_at,
      last_seen_at, last_replied_at, last_contacted_at, last_email_opened_at, language_override, browser,
      browser_version, browser_language, os, location_city, location_region, location_country, location_country_code,
      location_continent_code, custom_attributes, tag_ids, company_ids)
    select workspace_id, bench.contact_id(n), state, role, case when role = 'user' then 'user-' || k end,
      case when bench.chance(n, 2) < 0.97 then bench.pick(${[COMMON_NAME, ...FIRST_NAMES].map(plain)}, first_chance) || '.' ||
        coalesce(bench.pick(${RARE_LAST_NAMES.map(plain)}, rare), bench.pick(${LAST_NAMES.map(plain)}, last_chance)) ||
        k || '@' || domain end,
      '+1' || phone, '+1 ' || substr(phone, 1, 3) || '-' || substr(phone, 4, 3) || '-' || substr(phone, 7),
      bench.pick(${[COMMON_NAME, ...FIRST_NAMES]}, first_chance) || ' ' ||
        coalesce(bench.pick(${RARE_LAST_NAMES}, rare), bench.pick(${LAST_NAMES}, last_chance)),
      case when bench.chance(n, 5) < 0.3 then admin_ids[1 + floor(power(bench.chance(n, 6), 2) * 10)::int] end,
      bench.chance(n, 7) < 0.02, bench.chance(n, 8) < 0.005, bench.chance(n, 9) < 0.12,
      made_at, greatest(seen_at, date_trunc('milliseconds', made_at + (bench.now() - made_at) * power(bench.chance(n, 10), 3))),
      case when role = 'user' then made_at end, seen_at,
      ${between('seen_at', 11, 0.3)}, ${between('seen_at', 12, 0.5)}, ${between('bench.now()', 13, 0.4)},
      case when bench.chance(n, 15) < 0.1 then bench.pick(${v.LANGUAGES}, bench.chance(n, 16)) end,
      bench.pick(${v.BROWSERS}, power(bench.chance(n, 17), 2)), (100 + floor(bench.chance(n, 18) * 40))::text,
      bench.pick(${v.LANGUAGES}, power(bench.chance(n, 19), 3)),
      case when k < rows * 0.01 then ${v.OLD_SYSTEM} when k >= rows * 0.99 then ${v.NEW_SYSTEM}
        else bench.pick(${v.SYSTEMS}, power(bench.chance(n, 20), 1.5)) end,
      coalesce(bench.pick(${RARE_CITIES}, rare_city), bench.pick(${CITIES}, place)), bench.pick(${REGIONS}, place),
      bench.pick(${COUNTRIES}, place), bench.pick(${COUNTRY_CODES}, place), bench.pick(${CONTINENTS}, place),
      attributes, array_remove(array[${tagsOf(40)}], null),
      case when state = 'active' then array_remove(array[first_company, second_company], null) else '{}' end
    from ${dealt(size, 'contacts', batch)}
    cross join lateral (select bench.contact_role(n) as role, bench.contact_time(n) as made_at,
      case when k % 100 = 99 then 'archived' else 'active' end as state,
      -- The first of the list gets 4 % by its place.
      case when bench.chance(n, 21) < 0.06 then 0 else power(bench.chance(n, 22), 1.7) end as first_chance,
      power(bench.chance(n, 23), 1.7) as last_chance, power(bench.chance(n, 24), 2) as place,
      lpad((2000000000 + floor(bench.chance(n, 25) * 7999999999))::bigint::text, 10, '0') as some_phone,
      ${nth(nthRareName, RARE_LAST_NAMES)} as rare, ${nth(nthRareCity, RARE_CITIES)} as rare_city,
      ${nth(nthTinyDomain, v.TINY_DOMAINS)} as tiny_domain offset 0) one
    cross join lateral (select case when bench.chance(n, 26) < 0.6 then some_phone end as phone,
      case when bench.chance(n, 27) < 0.15 then null
        when bench.chance(n, 27) < 0.35 then date_trunc('milliseconds', greatest(made_at, bench.now() - interval '30 days' * bench.chance(n, 28)))
        else date_trunc('milliseconds', made_at + (bench.now() - made_at) * power(bench.chance(n, 28), 2)) end as seen_at,
      coalesce(bench.pick(${v.TINY_DOMAINS}, tiny_domain), case
        when bench.chance(n, 29) < 0.3 then ${v.LARGEST_DOMAIN}
        when bench.chance(n, 29) < 0.315 then bench.pick(${v.BIG_DOMAINS}, (bench.chance(n, 29) - 0.3) / 0.015)
        else bench.pick(${v.DOMAINS}, power(bench.chance(n, 30), 2)) end) as domain,
      case when bench.chance(n, 31) < 0.7 then floor(power(bench.chance(n, 32), 1.5) * companies)::bigint end as company offset 0) two
    cross join lateral (select bench.company_id(bench.place(w, company)) as first_company,
      case when companies > 1 and bench.chance(n, 33) < 0.05
        then bench.company_id(bench.place(w, (company + 1 + floor(bench.chance(n, 34) * (companies - 1))::bigint) % companies))
        end as second_company,
      ${attributes} as attributes offset 0) three`
}

const attributes = fragment`jsonb_strip_nulls(jsonb_build_object(
  'plan', case when bench.chance(n, 50) < 0.5 then 'free' when bench.chance(n, 50) < 0.8 then 'starter'
    when bench.chance(n, 50) < 0.95 then 'pro' when bench.chance(n, 50) < 0.999 then 'business' else 'enterprise' end,
  'seats', greatest(1, floor(1 / (bench.chance(n, 51) + 0.0001)))::int,
  'mrr', case when bench.chance(n, 52) < 0.8 then round((bench.chance(n, 53) * 1000)::numeric, 2) end,
  'cohort', 'cohort-' || lpad(floor(bench.chance(n, 54) * 1000)::text, 3, '0'),
  'order_number', 'ORD-' || lpad(k::text, 8, '0'),
  'trial', bench.chance(n, 55) < 0.1,
  'renewal', case when bench.chance(n, 56) < 0.8
    then floor(extract(epoch from bench.now()) + (bench.chance(n, 57) * 2 - 1) * 365 * 86400)::bigint end))`

/** The chance of `pick` for every nth row, each of the list in its turn; null for all others. */
const nth = (every: number, list: string[]) =>
  fragment`case when k % ${every}::int = 3 then (k / ${every}::int % ${list.length}::int + 0.5) / ${list.length}::float8 end`

/** A time after the contact was made, which so many have. */
const between = (until: 'seen_at' | 'bench.now()', what: number, share: number) => {
  const end = until === 'seen_at' ? fragment`seen_at` : fragment`bench.now()`
  return fragment`case when bench.chance(n, ${what + 100}::int) < ${share}::float8
    then date_trunc('milliseconds', made_at + (${end} - made_at) * bench.chance(n, ${what}::int)) end`
}

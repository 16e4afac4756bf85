/** Companies, whose members the contacts name already, and the links between the two. */
import { fragment, type Pool } from '../../../server/db/pool.ts'
import { dealt, inBatches, rowsOfAll } from './deal.ts'
import { plain } from './names.ts'
import { everyNth, type Size } from './size.ts'
import { INDUSTRIES, TIERS } from './vocabulary.ts'
import { tagsOf } from './tags.ts'

const BATCH = 20_000
const FIRST_WORDS =
  `Acme Apex Atlas Aurora Beacon Bluebird Borealis Bright Cascade Citrus Cobalt Compass Copper Crescent
  Delta Ember Evergreen Falcon Foundry Garnet Granite Harvest Helix Horizon Indigo Ivory Keystone Lantern Lotus Meridian
  Mosaic Nimbus Northern Oakwood Obsidian Onyx Orbit Osprey Pacific Paragon Pinnacle Polaris Prairie Prism Quantum Raven
  Redwood Sable Saffron Silver Solstice Summit Tidewater Topaz Umber Vertex Vista Willow Zenith`.split(/\s+/)
const SECOND_WORDS = `Labs Systems Partners Foods Logistics Media Studios Health Energy Textiles Robotics Insurance
  Outfitters Analytics Holdings Brewing Interiors Motors Travel Learning`.split(/\s+/)
const LAST_WORDS = 'Inc GmbH Ltd SA BV AB LLC Co'.split(' ')
/** In the name of about twenty companies each. */
export const RARE_COMPANY_WORDS = ['Zygomorph', 'Quincunx', 'Flibbertigibbet']

export async function insertCompanies(db: Pool, size: Size): Promise<void> {
  await db`
    create table bench.members as
    select workspace_id, company_id, count(*)::int as users, max(last_seen_at) as seen_at
    from contacts, unnest(company_ids) company_id group by 1, 2`
  await db`alter table bench.members add primary key (workspace_id, company_id)`
  const nthRareWord = everyNth(size.companies, RARE_COMPANY_WORDS.length * 20)
  const nthRareWordOf = fragment`k % ${nthRareWord}::int = 3`
  await inBatches(
    rowsOfAll(size, 'companies'),
    BATCH,
    (batch) => db`
      insert into companies (workspace_id, id, company_id, name, website, industry, size, monthly_spend, plan_id,
        session_count, user_count, remote_created_at, last_request_at, created_at, updated_at, custom_attributes, tag_ids)
      select one.workspace_id, id, 'company-' || k,
        case when ${nthRareWordOf}
          then (${RARE_COMPANY_WORDS}::text[])[1 + k / ${nthRareWord}::int % ${RARE_COMPANY_WORDS.length}::int] || ' '
          else '' end || bench.pick(${FIRST_WORDS}, first_chance) || ' ' || bench.pick(${SECOND_WORDS}, bench.chance(n, 2)) ||
          ' ' || bench.pick(${LAST_WORDS}, bench.chance(n, 3)),
        'https://' || bench.pick(${FIRST_WORDS.map(plain)}, first_chance) || k || '.example',
        bench.pick(${INDUSTRIES}, power(bench.chance(n, 4), 2)), greatest(1, floor(1 / (bench.chance(n, 5) + 0.00002)))::int,
        floor(power(bench.chance(n, 6), 4) * 20000)::int, plan_ids[1 + floor(power(bench.chance(n, 7), 2) * 5)::int],
        coalesce(users, 0) * 7, coalesce(users, 0), made_at - interval '1 day' * floor(bench.chance(n, 8) * 400), seen_at,
        made_at, greatest(made_at, seen_at),
        jsonb_build_object('tier', bench.pick(${TIERS}, power(bench.chance(n, 9), 3)),
          'arr', round((power(bench.chance(n, 10), 3) * 1000000)::numeric, 2)), array_remove(array[${tagsOf(40)}], null)
      from (select *, bench.company_id(n) as id, bench.company_time(n) as made_at,
        power(bench.chance(n, 1), 1.5) as first_chance from ${dealt(size, 'companies', batch)}) one
      left join bench.members on members.workspace_id = one.workspace_id and members.company_id = id`,
  )
  await db`
    insert into company_tags (workspace_id, company_id, tag_id, applied_by, applied_at)
    select companies.workspace_id, id, tag_id, admin_ids[1], created_at
    from companies join bench.workspaces using (workspace_id), unnest(tag_ids) tag_id`
}

/** Writes the arrays of contacts as rows. */
export async function insertContactLinks(db: Pool, size: Size): Promise<void> {
  await inBatches(rowsOfAll(size, 'contacts'), BATCH, async (batch) => {
    const contacts = fragment`(select *, bench.contact_id(n) as contact_id from ${dealt(size, 'contacts', batch)} offset 0) dealt
      join contacts on contacts.workspace_id = dealt.workspace_id and contacts.id = contact_id`
    await db`
      insert into contact_companies (workspace_id, contact_id, company_id, created_at)
      select contacts.workspace_id, id, company_id, created_at from ${contacts}, unnest(company_ids) company_id`
    await db`
      insert into contact_tags (workspace_id, contact_id, tag_id, applied_by, applied_at)
      select contacts.workspace_id, id, tag_id, admin_ids[1], created_at from ${contacts}, unnest(tag_ids) tag_id`
  })
}

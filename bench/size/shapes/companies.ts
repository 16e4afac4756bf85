/** Searches of companies. */
import { RARE_COMPANY_WORDS } from '../load/companies.ts'
import { all, any, searching, turn, upTo, where, type Scene, type Shape } from './shape.ts'

const DAY = 86_400
const custom = (name: string, operator: string, value: unknown) => where(`custom_attributes.${name}`, operator, value)

export function companySearches({ loaded, facts }: Scene): Shape[] {
  const { size, now } = loaded
  const search = searching('companies', size)
  const known = (i: number) => turn(facts.companies, i)
  const ago = (days: number, i: number) => now - (days + ((i * 17) % 300)) * DAY
  return [
    search('company_id =', [1, 1], (i) => where('company_id', '=', known(i).company_id), { growth: true }),
    search('name =', upTo(size.companies, 0.01), (i) => where('name', '=', known(i).name)),
    search('name ~, 20 rows', [1, 40], (i) => where('name', '~', turn(RARE_COMPANY_WORDS, i).toLowerCase())),
    search('name ^, 2 %', upTo(size.companies, 0.2), (i) => where('name', '^', turn(['Acme', 'Nimbus', 'Zenith'], i))),
    search('monthly_spend >, 1 %', 0.01, (i) => where('monthly_spend', '>', 19_200 + (i % 9))),
    search('user_count >', upTo(size.companies, 1), (i) => where('user_count', '>', 20 + (i % 5))),
    search('tier =, rare', upTo(size.companies, 0.2), () => custom('tier', '=', 'diamond')),
    search('tier =, 58 %', 0.58, () => custom('tier', '=', 'bronze')),
    search('arr >, 1 %', 0.01, (i) => custom('arr', '>', 970_000 + (i % 9))),
    search('created_at between, 1 %', 0.01, (i) =>
      all(where('created_at', '>', ago(400, i)), where('created_at', '<', ago(389, i))),
    ),
    search('last_request_at >', upTo(size.companies, 1), (i) =>
      where('last_request_at', '>', now - (40 + (i % 9)) * DAY),
    ),
    search('tag_id =, 0.1 %', 0.001, (i) => where('tag_id', '=', String(turn(loaded.rareTagIds, i)))),
    search('(rare OR 1 %) AND 58 %', upTo(size.companies, 0.05), (i) =>
      all(
        any(where('name', '~', turn(RARE_COMPANY_WORDS, i)), where('monthly_spend', '>', 19_200)),
        custom('tier', '=', 'bronze'),
      ),
    ),
  ]
}

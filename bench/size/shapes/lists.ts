/** Searches of companies, whole lists, and counts. */
import { RARE_COMPANY_WORDS } from '../load/companies.ts'
import { searching, share, turn, upTo, where, type Scene, type Shape } from './shape.ts'

export function companiesAndLists({ loaded: { size } }: Scene): Shape[] {
  const search = searching('companies', size)
  return [
    search('name ~, 20 rows', [1, 40], (i) => where('name', '~', turn(RARE_COMPANY_WORDS, i).toLowerCase())),
    search('arr >, 1 %', 0.01, (i) => where('custom_attributes.arr', '>', 970_000 + (i % 9))),
    get('GET /segments, with counts', upTo(size.contacts, 2), () => '/segments?include_count=true', {
      total: (body) => body.segments.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
      reach: 1000,
    }),
    get('GET /contacts', share(size.contacts, 1), (i) => `/contacts?per_page=${40 + (i % 20)}`),
  ]
}

const get = (name: string, finds: Shape['finds'], path: (i: number) => string, more: Partial<Shape> = {}): Shape => ({
  name,
  finds,
  request: (i) => ({ method: 'GET', path: path(i) }),
  reach: 20,
  ...more,
})

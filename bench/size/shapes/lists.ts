/** Lists: the beginning of them, what lies deep in them, and counts. */
import { cursorAfter, fromMiddle } from './facts.ts'
import { share, turn, upTo, type Scene, type Shape } from './shape.ts'

export function lists({ loaded, facts }: Scene): Shape[] {
  const { size } = loaded
  const contact = (i: number) => fromMiddle(facts.contacts, i)
  const conversation = (i: number) => fromMiddle(facts.conversations, i)
  const company = (i: number) => turn(facts.companies, i)
  const whole = (kind: 'contacts' | 'conversations' | 'companies') => share(size[kind], 1)
  const after = (i: number) => encodeURIComponent(cursorAfter(contact(i).created_at, contact(i).id, 200))
  const afterConversation = (i: number) =>
    encodeURIComponent(cursorAfter(conversation(i).updated_at, conversation(i).id, 200))
  const lastPage = Math.max(1, Math.floor((size.companies / 15) * 0.9))
  return [
    get('GET /contacts', whole('contacts'), (i) => `/contacts?per_page=${40 + (i % 20)}`, { growth: true }),
    get('GET /contacts, 150', whole('contacts'), () => '/contacts?per_page=150', { heldAlone: true }),
    get('GET /contacts, a page in the middle', whole('contacts'), (i) => `/contacts?starting_after=${after(i)}`),
    get('GET /conversations', whole('conversations'), (i) => `/conversations?per_page=${20 + (i % 20)}`, {
      growth: true,
    }),
    get('GET /conversations, 150', whole('conversations'), () => '/conversations?per_page=150', {
      heldAlone: true,
    }),
    get(
      'GET /conversations, a page in the middle',
      whole('conversations'),
      (i) => `/conversations?starting_after=${afterConversation(i)}`,
    ),
    get('GET /companies', whole('companies'), (i) => `/companies?per_page=${15 + (i % 20)}`),
    get(
      'GET /companies, page 200',
      whole('companies'),
      (i) => `/companies?page=${Math.min(200, lastPage) - (i % 3 === 0 ? 0 : 1)}`,
    ),
    get(
      'GET /companies, one of the last pages',
      whole('companies'),
      (i) => `/companies?page=${Math.max(1, lastPage - (i % 20))}`,
    ),
    get(
      'GET /companies, by a tag',
      share(size.companies, 0.001),
      (i) => `/companies?tag_id=${turn(loaded.rareTagIds, i)}`,
    ),
    get('GET /companies, by name', [1, 1], (i) => `/companies?name=${encodeURIComponent(company(i).name)}`, {
      total: (body) => (body.type === 'company' ? 1 : 0),
    }),
    get('GET /companies/{id}/contacts', upTo(size.contacts, 0.05), (i) => `/companies/${company(i).id}/contacts`),
    get('GET /segments, with counts', upTo(size.contacts, 2), () => '/segments?include_count=true', {
      total: (body) => body.segments.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    }),
    get('GET /contacts/{id}/segments', [0, 6], (i) => `/contacts/${contact(i).id}/segments`, {
      total: (body) => body.data.length,
    }),
  ]
}

const get = (name: string, finds: Shape['finds'], path: (i: number) => string, more: Partial<Shape> = {}): Shape => ({
  name,
  finds,
  request: (i) => ({ method: 'GET', path: path(i) }),
  ...more,
})

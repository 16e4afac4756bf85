/** Articles that words may mean where nothing holds them: for pages that would end without a way on. */
import { fold } from '../../../content/index/fold.ts'
import { find } from './search.ts'
import type { Listed } from './parts.ts'
import { listSimilar } from './queries.ts'
import type { Visit } from './visit.ts'

const NEAREST = 5

export async function nearestArticles(visit: Visit, text: string): Promise<Listed[]> {
  if (text.trim() === '') return []
  const { found } = await find(visit, text, NEAREST)
  if (found.length > 0) return found.map(({ item_id, title }) => ({ id: item_id, title }))
  return listSimilar(visit.db, visit.site, { locale: visit.locale, text: fold(text), limit: NEAREST })
}

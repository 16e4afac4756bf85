/** Public addresses of articles, for answers that name them. */
import type { ArticleUrl } from '../../answerer/passages.ts'
import { urlOf } from '../articles/present.ts'
import { readArticles } from '../articles/queries.ts'

/** @param origin the address by which the client that began the session knows the server */
export const articleUrlAt =
  (workspaceId: number, origin: string): ArticleUrl =>
  async (db, id, locale) => {
    const [article] = await readArticles(db, workspaceId, [id])
    const content = article?.contents.find((one) => one.locale === locale)
    return content ? urlOf({ addressOf: (path) => origin + path }, article!, content) : null
  }

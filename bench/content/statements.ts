/** The statements of a content search, without HTTP, versions and checks. */
import { findContentPage } from '../../server/content/index/find.ts'
import { ADMIN } from '../../server/content/index/reader.ts'
import type { Pool } from '../../server/db/pool.ts'
import { withTexts } from '../../server/resources/contents/queries.ts'

/** @returns the number of items found */
export async function askDirectly(db: Pool, workspaceId: number, text: string): Promise<number> {
  const { found, total } = await findContentPage(db, workspaceId, { text, reader: ADMIN }, { limit: 10, offset: 0 })
  await withTexts(db, workspaceId, found)
  return total
}

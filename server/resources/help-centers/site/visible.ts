/** The one rule about what a visitor sees. Each list, count, page and search of the site asks it. */
import { ANYBODY, mayFind } from '../../../content/index/reader.ts'
import { fragment, type Fragment } from '../../../db/pool.ts'
import type { Site } from './place.ts'

/** A condition on `content_index`, named `x`: texts of articles that stand in the help center and are for anybody. */
export const visible = ({ workspaceId, center }: Pick<Site, 'workspaceId' | 'center'>): Fragment => fragment`
  x.workspace_id = ${workspaceId} and x.kind = 'article' and ${mayFind(ANYBODY)} and ${inCenter({ workspaceId, center })}`

/** The same where the statement joins collections of the help center itself. */
export const visibleInCollections = ({
  workspaceId,
  center,
}: Pick<Site, 'workspaceId' | 'center'>): Fragment => fragment`
  x.workspace_id = ${workspaceId} and x.kind = 'article' and ${mayFind(ANYBODY)}
  and x.locale = any(${center.locales}::text[])`

/** The part of it that `findContent` does not know by itself. */
export const inCenter = ({ workspaceId, center }: Pick<Site, 'workspaceId' | 'center'>): Fragment => fragment`
  x.locale = any(${center.locales}::text[]) and exists (
    select from article_collections placed
    join collections c on c.workspace_id = placed.workspace_id and c.id = placed.collection_id
    where placed.workspace_id = ${workspaceId} and placed.article_id = x.item_id and c.help_center_id = ${center.id})`

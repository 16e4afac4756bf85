/** The title without which no text is published. Drafts may lack it. */
import type { ArticleContentsRow } from '../../db/types/article_contents.ts'
import { parameterMissing } from '../../http/errors.ts'
import { isSeen } from '../../http/given.ts'
import type { ArticleRow } from './queries.ts'

/** @throws 400 parameter_not_found where a reader would see nothing */
export function assertTitle(title: string | undefined): void {
  if (title === undefined || !isSeen(title)) throw parameterMissing('title')
}

/** Publishing as planned publishes every language. @throws 400 parameter_not_found where one of them has no title */
export function assertTitlesOfPlan(row: ArticleRow): void {
  if (row.scheduled_publish_at) for (const content of row.contents) assertTitle(nextTitle(row, content))
}

/** True if the text has a title once its draft is published. */
export const isTitled = (row: ArticleRow, content: ArticleContentsRow): boolean => isSeen(nextTitle(row, content))

const nextTitle = ({ drafts }: ArticleRow, { draft_version_id, title }: ArticleContentsRow): string =>
  drafts.find(({ id }) => id === draft_version_id)?.title ?? title

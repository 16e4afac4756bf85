/** Articles of the help center: texts in several languages, each with its versions, live or waiting to be published. */
import { createArticle } from './create.ts'
import { deleteArticle } from './delete.ts'
import { getDraft } from './draft/get.ts'
import { publishDraft } from './draft/publish.ts'
import { stageDraft } from './draft/stage.ts'
import { getArticle } from './get.ts'
import { listArticles } from './list.ts'
import { searchArticles } from './search.ts'
import { tagArticle } from './tags/tag.ts'
import { untagArticle } from './tags/untag.ts'
import { updateArticle } from './update.ts'
import { getArticleVersion } from './versions/get.ts'
import { listArticleVersions } from './versions/list.ts'

export const articles = [
  listArticles,
  searchArticles,
  createArticle,
  getArticle,
  updateArticle,
  deleteArticle,
  getDraft,
  stageDraft,
  publishDraft,
  listArticleVersions,
  getArticleVersion,
  tagArticle,
  untagArticle,
]

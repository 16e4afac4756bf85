import { DeliveredArticle } from './delivered-article.ts'

/** Webhook topics of articles and the model of each. */
export const articleTopics = {
  'article.created': DeliveredArticle,
  'article.deleted': DeliveredArticle,
  'article.published': DeliveredArticle,
  'article.unpublished': DeliveredArticle,
  'article.updated': DeliveredArticle,
}

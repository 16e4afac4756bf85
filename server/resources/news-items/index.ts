/** News items: announcements to contacts, in the newsfeeds that each is assigned to. */
import { createNewsItem } from './create.ts'
import { deleteNewsItem } from './delete.ts'
import { getNewsItem } from './get.ts'
import { listNewsItemsOfFeed } from './list-of-feed.ts'
import { listNewsItems } from './list.ts'
import { updateNewsItem } from './update.ts'

export const newsItems = [
  listNewsItems,
  createNewsItem,
  getNewsItem,
  updateNewsItem,
  deleteNewsItem,
  listNewsItemsOfFeed,
]

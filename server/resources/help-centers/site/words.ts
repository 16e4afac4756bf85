/** The site's own words. */
export interface Words {
  articles(count: number): string
  home: string
  missing: string
  related: string
  search: string
  searchLabel: string
}

const english: Words = {
  articles: (count) => (count === 1 ? '1 article' : `${count} articles`),
  home: 'All collections',
  missing: 'This page does not exist',
  related: 'Related articles',
  search: 'Search',
  searchLabel: 'Search for articles',
}

export const wordsOf = (_locale: string): Words => english

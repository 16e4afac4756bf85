/** The tags of contacts, companies and conversations. */
import { fragment, type Fragment } from '../../../server/db/pool.ts'
import { separated } from '../../../server/search/combine.ts'
import { COMMON_TAGS, RARE_TAGS } from './vocabulary.ts'

/**
 * Elements of `array_remove(array[…], null)`, a row's tags: each common tag is on a tenth of the rows, each rare one
 * on a thousandth.
 * @param what the first of the chances
 */
export function tagsOf(what: number) {
  const common = COMMON_TAGS.map((_, i) => tag(fragment`common_tag_ids`, i, what + i, 0.1))
  const rare = RARE_TAGS.map((_, i) => tag(fragment`rare_tag_ids`, i, what + 500 + i, 0.001))
  return separated([...common, ...rare], fragment`,`)
}

const tag = (ids: Fragment, i: number, what: number, share: number) =>
  fragment`case when bench.chance(n, ${what}::int) < ${share}::float8 then ${ids}[${i + 1}::int] end`

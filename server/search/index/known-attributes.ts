/**
 * What a list's data attributes are, remembered with an edition of its index. A change of them makes another
 * edition, and a search makes sure that its own one stood to the end: so it need not ask for them first.
 */
import type { Db } from '../../db/pool.ts'
import { ApiError } from '../../http/errors.ts'
import { compileQuery } from '../compile.ts'
import type { SearchContext, SearchFields } from '../fields.ts'
import type { Query } from '../parse.ts'
import { editionName, type AskedQuery } from './find.ts'
import { memoryOf, type Edition } from './memory.ts'
import type { ModelName } from './models.ts'

export interface Attribute {
  name: string
  data_type: string
}

/** Where attributes come from, if their list has an index that this process knows. */
export interface AttributeSource {
  /** The edition that vouches for them; of those that were asked for, the one that was known before. */
  edition: number
  isRemembered: boolean
}

export interface KnownAttributes {
  attributes: Attribute[]
  source?: AttributeSource
}

/** The edition that attributes were remembered with is not the one that is searched. */
export class AttributesMoved extends Error {}

/**
 * @param mayRemember false after a search in vain
 * @param ask for those in use that have one of these names
 */
export async function knownAttributes(
  db: Db,
  workspaceId: number,
  model: ModelName,
  names: string[],
  mayRemember: boolean,
  ask: () => Promise<Attribute[]>,
): Promise<KnownAttributes> {
  const edition = 'begin' in db ? memoryOf(db).editions.get(editionName(workspaceId, model)) : undefined
  if (names.length === 0 || !edition) return { attributes: await ask() }
  const { version } = edition
  const remembered = names.map((name) => edition.attributes.get(name))
  if (mayRemember && edition.isCalm && remembered.every((attribute) => attribute !== undefined))
    return { attributes: remembered, source: { edition: version, isRemembered: true } }
  return { attributes: await ask(), source: { edition: version, isRemembered: false } }
}

/** Of a search that its edition stood to the end of: it stood when they were asked for, too, if it was known then. */
export function rememberAttributes(edition: Edition, { attributes, source }: SearchContext): void {
  if (source?.isRemembered !== false || source.edition !== edition.version) return
  for (const [name, { data_type }] of attributes) edition.attributes.set(name, { name, data_type })
}

/** @throws AttributesMoved where what is searched does not vouch for what was remembered; `version` undefined: the table */
export function refuseMoved({ source }: SearchContext, version: number | undefined): void {
  if (source?.isRemembered && source.edition !== version) throw new AttributesMoved()
}

/** Compiles a query and searches, in a context; where attributes were remembered and are others by now, in one that knows them. */
export async function searchInContext<T>(
  query: Query,
  fields: SearchFields,
  contextOf: (mayRemember: boolean) => Promise<SearchContext>,
  search: (asked: AskedQuery) => Promise<T>,
): Promise<T> {
  const searchIn = async (context: SearchContext) =>
    search({ query, context, condition: compileQuery(query, fields, context) })
  const context = await contextOf(true)
  try {
    return await searchIn(context)
  } catch (error) {
    // What a request asks for may be wrong only of an attribute that is no more.
    const mayBeWrong = error instanceof AttributesMoved || error instanceof ApiError
    if (!context.source?.isRemembered || !mayBeWrong) throw error
  }
  return searchIn(await contextOf(false))
}

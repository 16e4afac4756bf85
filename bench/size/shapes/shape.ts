/**
 * A shape is a kind of request that is measured: its name, the number of rows that it finds, and its requests, each
 * different from the one before, so that no cache serves them.
 */
import type { Loaded } from '../load/load.ts'
import type { Size } from '../load/size.ts'
import type { Facts } from './facts.ts'

export interface Request {
  method: 'GET' | 'POST'
  path: string
  body?: object
  version?: string
}

export interface Shape {
  name: string
  /** The least and the most that it may say to find. A measurement outside these bounds is discarded. */
  finds: [least: number, most: number]
  request(i: number): Request
  /** The number that it says to find: by default `total_count`. */
  total?(body: any): number
  /** Milliseconds at one million contacts. */
  reach: number
}

/** Input for the shapes. */
export interface Scene {
  loaded: Loaded
  facts: Facts
}

export type Query = { field: string; operator: string; value: unknown } | { operator: 'AND' | 'OR'; value: Query[] }

export const where = (field: string, operator: string, value: unknown): Query => ({ field, operator, value })
export const all = (...value: Query[]): Query => ({ operator: 'AND', value })
export const any = (...value: Query[]): Query => ({ operator: 'OR', value })

/** One of the list, another for every request. */
export const turn = <T>(list: readonly T[], i: number): T => list[i % list.length]!

/** About this share of the big workspace's rows: half to twice as many, where chance made them. */
export function share(rows: number, part: number): Shape['finds'] {
  const expected = rows * part
  return [expected < 10 ? 0 : Math.floor(expected / 2), Math.ceil(expected * 2) + 10]
}

/** Some, and no more than this share: where the values that take turns are of different shares. */
export const upTo = (rows: number, part: number): Shape['finds'] => [rows < 1000 ? 0 : 1, Math.ceil(rows * part)]

export interface SearchOptions {
  sort?: { field: string; order: 'ascending' | 'descending' }
  /** Where the page begins. */
  after?: (i: number) => string
  /** Without it, pages have 20 to 39 rows. */
  perPage?: number
}

/** Up to so many matches are selective: page and total in 20 ms. A page after the first needs no total. */
const SELECTIVE = 2000
const reachOf = (most: number, { after }: SearchOptions): number => (most <= SELECTIVE ? 20 : after ? 100 : 1000)

/** @returns a maker of shapes of one resource's search */
export const searching =
  (resource: 'contacts' | 'conversations' | 'companies', size: Size) =>
  (name: string, finds: Shape['finds'] | number, query: (i: number) => Query, options: SearchOptions = {}): Shape => ({
    name: `${resource}: ${name}`,
    finds: typeof finds === 'number' ? share(size[resource], finds) : finds,
    request: (i) => ({
      method: 'POST',
      path: `/${resource}/search`,
      body: {
        query: query(i),
        pagination: {
          per_page: options.perPage ?? 20 + (i % 20),
          ...(options.after && { starting_after: options.after(i) }),
        },
        ...(options.sort && { sort: options.sort }),
      },
      // In the last version whose searches of contacts compare whole days.
      version: resource === 'companies' ? 'Preview' : '2.16',
    }),
    reach: reachOf(typeof finds === 'number' ? size[resource] * finds : finds[1], options),
  })

/** Places in a body. */
import { unescapePointer } from './description.ts'

/** The keys and indexes that lead to a value. */
export type Path = (string | number)[]

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** @returns the path of a JSON pointer */
export const pathOf = (pointer: string): Path => pointer.split('/').slice(1).map(unescapePointer)

/** `/data/[]/name`: the same for every element of a list. */
export const shapeOf = (path: Path): string =>
  path.map((name) => (/^\d+$/.test(String(name)) ? '/[]' : `/${name}`)).join('')

/** @returns undefined where nothing is there */
export const valueAt = (body: unknown, path: Path): unknown => path.reduce<any>((value, name) => value?.[name], body)

/** The values under a key of several objects, or the elements of several lists. */
export const childrenOf = (values: unknown[], key?: string): unknown[] =>
  key === undefined
    ? values.filter(Array.isArray).flat()
    : values.filter(isObject).flatMap((value) => (key in value ? [value[key]] : []))

/** Custom attributes of an object in requests, and their stored form. */
import type { Ctx } from '../../context.ts'
import { parameterInvalid } from '../../http/errors.ts'
import { readValue } from '../data-attributes/value.ts'
import { linkTo, readLinked, type Link } from './links.ts'
import type { AttributeRow } from './settings/custom-object-type.ts'

type Attributes = Record<string, unknown>

export interface ReadValues {
  /** Values to be stored by the object itself, null where one is to be cleared. */
  own: Attributes
  /** Things that it is linked to from now on. */
  linked: { link: Link; ids: (number | string)[] }[]
}

/** @throws 400 parameter_invalid for an attribute that its type does not have, or a value of another type */
export async function readValues(
  ctx: Ctx,
  attributes: AttributeRow[],
  links: Link[],
  given: Attributes | null | undefined,
): Promise<ReadValues> {
  const read: ReadValues = { own: {}, linked: [] }
  for (const [name, value] of Object.entries(given ?? {})) {
    const link = links.find((one) => one.name === name)
    const attribute = attributes.find((one) => one.name === name)
    if (link) {
      const ids = await readLinked(ctx, link, value)
      read.linked.push({ link, ids })
      if (link.isOwn) read.own[name] = ids.length === 0 ? null : ids
    } else if (attribute) read.own[name] = readOne(attribute, value)
    else throw parameterInvalid(`Custom attribute '${name}' does not exist`)
  }
  return read
}

/** A value that is none of the attribute's options clears it. */
function readOne({ name, data_type, options }: AttributeRow, value: unknown): unknown {
  if (options !== null) return options.find((option) => option === value) ?? null
  return readValue({ model: 'conversation', name, data_type, options: null }, value)
}

/** Links an object to what a request named. */
export async function writeLinks(ctx: Ctx, objectId: number, { linked }: ReadValues): Promise<void> {
  for (const { link, ids } of linked) await linkTo(ctx, link, objectId, ids)
}

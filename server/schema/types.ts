/** The pieces that every resource's schemas are made of. */
import type { TObject, TProperties, TSchema, TSchemaOptions } from 'typebox'
import Type from 'typebox'

/**
 * A wire model by its name: `versions/` finds it by that name wherever it stands in a reply.
 * Names are the descriptions' own.
 */
export function model<P extends TProperties>(name: string, properties: P, options: TSchemaOptions = {}): TObject<P> {
  return Type.Object(properties, { ...options, 'x-model': name })
}

/**
 * The schema with a sentence for the API reference: `described(Nullable(Type.String()), 'The email; null if unknown.')`.
 * It goes before a sentence that the schema has. The reference adds the unit of times, and prints the value of constants.
 */
export const described = <S extends TSchema>(schema: S, description: string): S =>
  // TypeBox keeps facts about a schema in properties that a spread would lose.
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(schema), ...property({ description }) }) as S

/** Makes the reference show another schema in place of one whose values the code checks itself, with its own errors. */
export const shownAs = <S extends TSchema>(shown: TSchema, schema: S): S =>
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(schema), ...property({ 'x-shown': shown }) }) as S

const property = (of: object) => Object.getOwnPropertyDescriptors(of)

export const modelName = (schema: TSchema): string | undefined => (schema as { 'x-model'?: string })['x-model']

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** Unix seconds in an answer. */
export const Timestamp = Type.Integer({ 'x-time': true })

/**
 * Unix seconds in a request, from the year 1000 to 9999. `http/coerce.ts` also reads digits as text,
 * fractions and ISO 8601 text. Milliseconds of this century are beyond the maximum.
 */
export const TimeInput = Type.Integer({ minimum: -30_610_224_000, maximum: 253_402_300_799, 'x-time': true })

/** A time in a webhook: `2026-01-10T04:41:59.251+00:00`. */
export const IsoTime = Type.String()

export const isTime = (schema: object): boolean => 'x-time' in schema

/** Clients send ids as strings and as numbers; both are taken. */
export const IdInput = Type.Unsafe<string | number>({ type: ['string', 'integer'], maxLength: 255 })

/** An id on the wire. */
export const Id = Type.String()

/** The id of a thing, and when it came and changed, for models that say no more of them. */
export const IdOf = (thing: string) => described(Id, `The id of the ${thing}.`)
export const CreatedAt = (thing: string) => described(Timestamp, `When the ${thing} was created.`)
export const UpdatedAt = (thing: string) => described(Timestamp, `When the ${thing} last changed.`)

/** Text that is shown, kept, and not searched by its whole. */
export const Text = (maxLength = 255) => Type.String({ maxLength })

/** A body: HTML or plain text. */
export const BodyText = Type.String({ maxLength: 1_000_000 })

/** Values as the client's data attributes allow them; checked against those. */
export const CustomAttributes = Type.Record(Type.String(), Type.Unknown())

/** A list whose whole content is answered at once. */
export const list = <S extends TSchema>(item: S) =>
  Type.Object({ type: Type.Literal('list'), data: described(Type.Array(item), 'All of them, on one page.') })

/** `{type, id}` of something else. */
export const Reference = model('reference', {
  type: described(Type.String(), 'The kind of thing that is referred to, such as `admin`.'),
  id: described(Type.String(), 'Its id.'),
})

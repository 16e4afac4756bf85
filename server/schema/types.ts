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

export const modelName = (schema: TSchema): string | undefined => (schema as { 'x-model'?: string })['x-model']

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** Unix seconds. The ceiling is the year 9999. */
export const Timestamp = Type.Integer({ minimum: 0, maximum: 253402300799 })

/** Clients send ids as strings and as numbers; both are taken. */
export const IdInput = Type.Unsafe<string | number>({ type: ['string', 'integer'], maxLength: 255 })

/** An id on the wire. */
export const Id = Type.String()

/** Text that is shown, kept, and not searched by its whole. */
export const Text = (maxLength = 255) => Type.String({ maxLength })

/** A body: HTML or plain text. */
export const BodyText = Type.String({ maxLength: 1_000_000 })

/** Values as the client's data attributes allow them; checked against those. */
export const CustomAttributes = Type.Record(Type.String(), Type.Unknown())

/** A list whose whole content is answered at once. */
export const list = <S extends TSchema>(item: S) => Type.Object({ type: Type.Literal('list'), data: Type.Array(item) })

/** `{type, id}` of something else. */
export const Reference = model('reference', { type: Type.String(), id: Type.String() })

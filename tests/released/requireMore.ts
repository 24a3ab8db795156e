import * as z from 'zod/mini';

type Schema = z.ZodMiniType;

/** The parts of zod's own description of a schema that are needed to copy it. */
interface Definition {
  type: string;
  shape: Record<string, Schema>;
  element: Schema;
  innerType: Schema;
  keyType: z.ZodMiniString;
  valueType: Schema;
  options: [Schema, ...Schema[]];
  discriminator?: string;
  defaultValue: unknown;
}

/** Copies of a schema, each with one more required member in one of the objects in it; named by where that object is. */
export function* requireMore(schema: Schema, path = ''): Generator<[path: string, copy: Schema]> {
  const def = schema._zod.def as unknown as Definition;
  switch (def.type) {
    case 'object': {
      const whole = schema as z.ZodMiniObject;
      yield [path, z.safeExtend(whole, { added: z.string() })];
      for (const [name, member] of Object.entries(def.shape))
        for (const [at, copy] of requireMore(member, `${path}.${name}`))
          yield [at, z.safeExtend(whole, { [name]: copy } as object)];
      return;
    }
    case 'array':
      for (const [at, copy] of requireMore(def.element, `${path}[]`)) yield [at, z.array(copy)];
      return;
    case 'record':
      for (const [at, copy] of requireMore(def.valueType, `${path}{}`)) yield [at, z.record(def.keyType, copy)];
      return;
    case 'nullable':
      for (const [at, copy] of requireMore(def.innerType, path)) yield [at, z.nullable(copy)];
      return;
    case 'optional':
      for (const [at, copy] of requireMore(def.innerType, path)) yield [at, z.optional(copy)];
      return;
    case 'default':
      for (const [at, copy] of requireMore(def.innerType, path))
        yield [at, z._default(copy, def.defaultValue as never)];
      return;
    case 'union':
      for (const [index, option] of def.options.entries())
        for (const [at, copy] of requireMore(option, `${path}|${index}`)) {
          const options = def.options.map((one, n) => (n === index ? copy : one));
          yield [at, def.discriminator === undefined ? z.union(options) : discriminated(def.discriminator, options)];
        }
  }
}

function discriminated(by: string, options: Schema[]): Schema {
  return z.discriminatedUnion(by, options as unknown as [z.ZodMiniObject, ...z.ZodMiniObject[]]);
}

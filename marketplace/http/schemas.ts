import * as z from 'zod/mini';
import * as contract from '#contract';

export type JsonSchema = Record<string, unknown>;

const options = { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' } as const;

function isSchema(value: unknown): value is z.ZodMiniType {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

const names = new Map<z.ZodMiniType, string>();
for (const [name, value] of Object.entries(contract)) if (isSchema(value)) names.set(value, name);

/** Every schema of the contract by its name, referring to each other. */
export function contractSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { ...options, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _draft, $id: _id, ...schema }]) => [name, schema]),
  );
}

/** A reference when the schema has a name in the contract, else the schema itself. */
export function schemaRef(schema: z.ZodMiniType): JsonSchema {
  const name = names.get(schema);
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  const { $schema: _draft, ...inline } = z.toJSONSchema(schema, options);
  return inline;
}

/** The fields of an object schema of strings, each with its own schema: path and query parameters. */
export function fieldsOf(schema: z.ZodMiniType): { name: string; schema: JsonSchema; required: boolean }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, options);
  return Object.entries(properties).map(([name, field]) => ({
    name,
    schema: typeof field === 'boolean' ? {} : { ...field },
    required: required.includes(name),
  }));
}

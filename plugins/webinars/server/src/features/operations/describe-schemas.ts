import { z } from 'zod';

/** JSON of OpenAPI; its own rules are checked by a test, not by types. */
export type Json = Record<string, unknown>;

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that contain each other refer to each other by name. */
export const schemasOf = (
  named: Readonly<Record<string, z.ZodType>>,
  io: 'input' | 'output'
): Record<string, Json> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: 'any',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => openUp(jsonSchema, io),
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
};

export const jsonSchema = (schema: z.core.$ZodType, io: 'input' | 'output'): Json =>
  bare(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => withoutBulk(jsonSchema),
    })
  );

const bare = ({ $schema: _dialect, $id: _address, ...schema }: Json): Json => schema;

/** Answers gain fields in time, so clients must not take the list for complete; bodies are taken by the word. */
const openUp = (schema: Json, io: 'input' | 'output') => {
  withoutBulk(schema);
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
};

/** `format` says the same as the pattern of a date, and nobody can read that one. */
const withoutBulk = (schema: Json) => {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
};

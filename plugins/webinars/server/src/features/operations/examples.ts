import type { Json } from './describe-schemas';
import { EXAMPLE_VALUES } from './example-values';

/**
 * An example that fits `schema`. `name` is the field whose value it is, `owner` the field or the named schema that the
 * field belongs to.
 */
export const exampleOf = (
  schema: Json,
  schemas: Readonly<Record<string, Json>>,
  { name = '', owner = '' }: { name?: string; owner?: string } = {}
): unknown => {
  const known = [`${owner}.${name}`, name].find((key) => key in EXAMPLE_VALUES);
  if (known !== undefined) return EXAMPLE_VALUES[known];
  const named = /[^/]+$/.exec(String(schema.$ref ?? ''))?.[0];
  if (named !== undefined) return exampleOf(schemas[named] ?? {}, schemas, { name: named });
  const alternatives = listOf(schema.anyOf);
  const alternative = alternatives.find(saysMuch) ?? alternatives.at(-1);
  if (alternative !== undefined) return exampleOf(alternative, schemas, { name, owner });
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  switch (schema.type) {
    case 'object':
      return objectOf(schema, schemas, name);
    case 'array':
      return saysMuch(jsonOf(schema.items))
        ? [exampleOf(jsonOf(schema.items), schemas, { name })]
        : [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'null':
      return null;
    default:
      return BY_FORMAT[String(schema.format)] ?? 'text';
  }
};

const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-10-01T14:00:00.000Z',
  uri: 'https://www.example.org/',
};

/** What has to be there, and what the values above name for this very object. */
const objectOf = (schema: Json, schemas: Readonly<Record<string, Json>>, owner: string): Json => {
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(jsonOf(schema.properties)).filter(
    ([name]) => required.includes(name) || `${owner}.${name}` in EXAMPLE_VALUES
  );
  return Object.fromEntries(
    fields.map(([name, field]) => [name, exampleOf(jsonOf(field), schemas, { name, owner })])
  );
};

/** Things and words of ours are shown; texts and figures that may be missing, and lists of them, are left out. */
const saysMuch = (schema: Json) => ['$ref', 'properties', 'enum'].some((key) => key in schema);

const jsonOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.map(jsonOf) : []);

/**
 * Writes the types of the client anew, as the OpenAPI document is now: `npm run generate:client`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { readApiDocument } from './support/api-document.mjs';
import { inRoot } from './support/paths.mjs';

const TARGET = inRoot('plugins/webinars-client/src/generated/api.ts');
const HEAD = '// Made of the OpenAPI document by `npm run generate:client`.\n\n';

/** Examples are for the page: in the types they would be most of the text. */
const withoutExamples = ({ components, ...document }) => ({
  ...document,
  components: {
    ...components,
    schemas: Object.fromEntries(
      Object.entries(components.schemas).map(([name, schema]) => [
        name,
        { ...schema, examples: undefined },
      ])
    ),
  },
});

const types = await openapiTS(withoutExamples(await readApiDocument()), {
  alphabetize: true,
  defaultNonNullable: false,
});
mkdirSync(path.dirname(TARGET), { recursive: true });
writeFileSync(TARGET, HEAD + astToString(types));

/** The OpenAPI document as the sources describe it, without a server. */
import { mkdirSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inRoot } from './paths.mjs';

const SOURCE = inRoot('plugins/webinars/server/src/features/operations/describe-api.ts');

/** Inside the project, where the packages that it needs are found. */
const COMPILED = inRoot('.tmp', `api-document-${process.pid}.mjs`);

export const readApiDocument = async () => {
  mkdirSync(inRoot('.tmp'), { recursive: true });
  try {
    await build({
      entryPoints: [SOURCE],
      outfile: COMPILED,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'warning',
    });
    const { describeApi } = await import(pathToFileURL(COMPILED).href);
    return describeApi({ serverUrl: '/api/webinars', isClosed: false });
  } finally {
    rmSync(COMPILED, { force: true });
  }
};

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ROOT } from './environment';

/** The code of a page of the docs, by the names that its fences give: ```ts file=lib/webinars.ts */
export type Snippets = ReadonlyMap<string, string>;

export const snippetsOf = (page: string): Snippets => {
  const text = readFileSync(path.join(ROOT, 'docs', page), 'utf8');
  const fences = text.matchAll(/^```\w+ file=(\S+)\n(.*?)^```$/gms);
  return new Map([...fences].map(([, file = '', code = '']) => [file, code]));
};

/**
 * Runs one of the snippets as it is written, but for the server that it asks, and answers what it exports. `stubs` are
 * packages that the project does not have.
 */
export const runSnippet = async <Exports>(
  snippets: Snippets,
  file: string,
  { baseUrl, stubs = {} }: { baseUrl: string; stubs?: Record<string, object> }
): Promise<Exports> => {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    jsx: 'automatic',
    packages: 'external',
    plugins: [reading(snippets, baseUrl)],
  });
  const fromRoot = createRequire(path.join(ROOT, 'package.json'));
  const load = (name: string): unknown => stubs[name] ?? fromRoot(name);
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(
    module,
    module.exports,
    load
  );
  return module.exports as Exports;
};

const DEMO = 'http://localhost:1337';

const reading = (snippets: Snippets, baseUrl: string): Plugin => ({
  name: 'snippets',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /./ }, ({ path: name, importer, kind }) => {
      const wanted = kind === 'entry-point' ? name : path.posix.join(path.dirname(importer), name);
      const isPackage = kind !== 'entry-point' && !name.startsWith('.');
      if (isPackage) return { path: name, external: true };
      const found = ['', '.ts', '.tsx', '.js'].find((ending) => snippets.has(wanted + ending));
      if (found === undefined) return { errors: [{ text: `${wanted} is no snippet` }] };
      return { path: wanted + found, namespace: 'snippets' };
    });
    onLoad({ filter: /./, namespace: 'snippets' }, ({ path: name }) => ({
      contents: (snippets.get(name) ?? '').replaceAll(DEMO, baseUrl),
      loader: name.endsWith('x') ? 'tsx' : 'ts',
    }));
  },
});

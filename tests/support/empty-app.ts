import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './environment';
import { linkFolder } from './link-folder';

export const PLUGIN = 'strapi-plugin-webinars';

const run = promisify(execFile);

/** npm as a person calls it: with nothing of the tests' own environment. */
export const npm = async (folder: string, ...args: string[]): Promise<string> => {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const { stdout } = await run('npm', [...args, ...quiet], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
    maxBuffer: 1e8,
  });
  return stdout;
};

export type EmptyApp = {
  folder: string;
  /** What npm finds wrong with the installed packages and has to do with the plugin. */
  complaints(): Promise<string[]>;
  remove(): void;
};

/**
 * An application as create-strapi-app writes it, in JavaScript, with the plugin installed from a tarball.
 *
 * npm installs it as it would anywhere, so what the tarball's package.json leaves out is missing here as well. It does
 * so offline and in seconds: the packages of this checkout lie there already, hard-linked, under its lock file, and npm
 * only has to add the tarball and to take away what neither Strapi nor the plugin asks for.
 */
export const createEmptyApp = async ({
  tarball,
  pluginsConfig,
}: {
  tarball: string;
  /** The content of `config/plugins.js`. */
  pluginsConfig: string;
}): Promise<EmptyApp> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'webinars-empty-app-'));
  for (const [file, content] of Object.entries({ ...FILES, 'config/plugins.js': pluginsConfig })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  mkdirSync(path.join(folder, 'public', 'uploads'), { recursive: true });
  writeFileSync(path.join(folder, 'package-lock.json'), lockFile());
  linkFolder(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), {
    except: NOT_LINKED,
  });
  // Offline, npm cannot ask what the peers of a package want in turn; `complaints` looks at the peers themselves.
  await npm(folder, 'install', '--offline', '--legacy-peer-deps', '--ignore-scripts', tarball);

  return {
    folder,
    complaints: async () => {
      // npm leaves with 1 where it finds anything, in other people's packages, too.
      const listed = await npm(folder, 'ls', '--all', '--json').catch(
        ({ stdout }: { stdout: string }) => stdout
      );
      const { problems = [] } = JSON.parse(listed) as { problems?: string[] };
      return problems.filter((problem) => problem.includes(PLUGIN));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** This checkout's own packages: the plugin comes from the tarball, and its client is nothing that it needs. */
const OURS = [PLUGIN, `${PLUGIN}-client`];

/** npm's own record is rewritten in place, which would reach the original. */
const NOT_LINKED = ['.package-lock.json', ...OURS];

const PACKAGE = {
  name: 'empty-app',
  version: '0.1.0',
  private: true,
  dependencies: {
    '@strapi/plugin-users-permissions': '5.54.0',
    '@strapi/provider-email-nodemailer': '5.54.0',
    '@strapi/strapi': '5.54.0',
    'better-sqlite3': '12.8.0',
    react: '^18.0.0',
    'react-dom': '^18.0.0',
    'react-router-dom': '^6.0.0',
    'styled-components': '^6.0.0',
  },
};

/** This checkout's lock file, without what is this checkout's own. */
const lockFile = () => {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, object>;
  };
  const isOurs = (place: string) =>
    place === '' ||
    place.startsWith('plugins/') ||
    OURS.some((name) => place === `node_modules/${name}`);
  const others = Object.entries(lock.packages).filter(([place]) => !isOurs(place));
  return JSON.stringify({
    name: PACKAGE.name,
    version: PACKAGE.version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': PACKAGE, ...Object.fromEntries(others) },
  });
};

/** As create-strapi-app writes them; nothing in them knows of webinars. */
const FILES: Record<string, string> = {
  'package.json': JSON.stringify(PACKAGE),
  'src/index.js': 'module.exports = { register() {}, bootstrap() {} };\n',
  'config/server.js': `module.exports = ({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
});
`,
  'config/admin.js': `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});
`,
  'config/api.js': `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };
`,
  'config/database.js': `const path = require('node:path');

module.exports = ({ env }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: path.join(__dirname, '..', env('DATABASE_FILENAME', '.tmp/data.db')) },
    useNullAsDefault: true,
  },
});
`,
  'config/middlewares.js': `module.exports = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
`,
};

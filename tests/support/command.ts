import { execFile } from 'node:child_process';
import { appEnvironment, ROOT } from './environment';
import type { TestApp } from './strapi';

/** Runs one of `scripts/` in a process of its own, beside this server, on the same database. */
export const runCommand = (
  app: TestApp,
  script: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [`scripts/${script}.mjs`, ...args],
      {
        cwd: ROOT,
        env: {
          PATH: process.env.PATH,
          ...appEnvironment({ database: app.database, smtpPort: app.mails.port }),
          PORT: '25100',
          // As the server beside it: a command works no jobs off all the same.
          WEBINARS_JOBS: 'on',
        },
      },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err })
    );
  });

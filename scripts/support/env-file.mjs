import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const LINE = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

/**
 * Reads a `.env` file the way Strapi does, before Strapi is installed: `NAME=value` lines, optional quotes, `#`
 * comments. A missing file is an empty one.
 */
export const readEnvFile = (file) => {
  if (!existsSync(file)) return {};
  const entries = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => LINE.exec(line))
    .filter((match) => match !== null)
    .map(([, name, rest]) => [name, valueOf(rest)]);
  return Object.fromEntries(entries);
};

/** What Strapi finds: the environment, and for what is not in it the `.env` file. */
export const settingsOf = (env) => ({
  ...readEnvFile(env.ENV_PATH || inRoot('.env')),
  ...env,
});

const valueOf = (rest) => {
  const quoted = /^(['"`])(.*?)\1/.exec(rest);
  return quoted ? quoted[2] : rest.replace(/(^|\s)#.*$/, '').trim();
};

/**
 * Writes values into a `.env` file: an empty line of that name is filled in, anything else is appended; a value that
 * is there already is kept. The file becomes readable by its owner only, since it holds secrets.
 */
export const addToEnvFile = (file, values, heading) => {
  const present = readEnvFile(file);
  const missing = Object.entries(values).filter(([name]) => !present[name]);
  if (missing.length === 0) return;

  let text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const appended = missing.filter(([name, value]) => {
    const emptyLine = new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=.*$`, 'm');
    if (!emptyLine.test(text)) return true;
    text = text.replace(emptyLine, () => `${name}=${value}`);
    return false;
  });
  if (appended.length > 0) {
    const gap = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
    text += `${gap}# ${heading}\n${appended.map(([name, value]) => `${name}=${value}\n`).join('')}`;
  }
  writeFileSync(file, text);
  chmodSync(file, 0o600);
};

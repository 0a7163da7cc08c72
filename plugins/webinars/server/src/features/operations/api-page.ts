import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The files of the page, beside the compiled server. */
const FOLDER = path.join(__dirname, '..', 'api-page');

/** The program of the page and its style, read when somebody first looks at it. */
export const readApiPage = () => {
  const read = (name: string) => {
    let content: Promise<string> | null = null;
    return () => (content ??= readFile(path.join(FOLDER, name), 'utf8'));
  };
  return { script: read('viewer.js'), style: read('viewer.css') };
};

/** Its addresses are relative, so that they hold behind any prefix. */
export const API_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Webinars: the API</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="docs/viewer.css">
    <script src="docs/viewer.js" defer></script>
  </head>
  <body>
    <main id="api"></main>
    <noscript>The page needs JavaScript. The document itself is <a href="openapi.json">openapi.json</a>.</noscript>
  </body>
</html>
`;

/** Programs and data of this server only. The viewer sets styles on elements and draws its marks from data addresses. */
export const API_PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What the mailbox's page itself may do: its own inline style and script, and frames from itself. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a mail may do: be looked at. No script, no form, no picture from elsewhere than this machine. */
export const HTML_VIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: http://localhost:* http://127.0.0.1:*; font-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Links in a mail open beside the mailbox instead of inside its frame. */
export const withLinksOpeningOutside = (html) => {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + html;
};

const VIEWS = [
  ['html', 'HTML'],
  ['text', 'Text'],
  ['headers', 'Headers'],
  ['raw', 'Source'],
];

/** The whole page: the list on the left, one mail on the right. */
export const renderPage = ({ list, mail, view, received }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mailbox (${list.length})</title>
<style>${STYLE}</style>
</head>
<body>
<header>
  <h1>Mailbox</h1>
  <p>Mails of this machine's demo. Nothing leaves it.</p>
  <button type="button" id="clear"${list.length === 0 ? ' disabled' : ''}>Delete all</button>
</header>
<main>
  <nav aria-label="Mails">${renderList({ list, selected: mail?.id, view })}</nav>
  <article>${mail ? renderMail({ mail, view }) : '<p class="empty">Choose a mail on the left.</p>'}</article>
</main>
<script>
  document.getElementById('clear').addEventListener('click', async () => {
    await fetch('/api/messages', { method: 'DELETE' });
    location.href = '/';
  });
  setInterval(async () => {
    const stats = await fetch('/api/stats').then((answer) => answer.json()).catch(() => null);
    if (stats !== null && stats.received !== ${Number(received)}) location.reload();
  }, 2000);
</script>
</body>
</html>
`;

const renderList = ({ list, selected, view }) => {
  if (list.length === 0)
    return '<p class="empty">No mail yet. Register for a session and look again.</p>';
  return `<ol>${list
    .map(
      ({ id, to, subject, receivedAt }) => `
    <li><a href="/?id=${encodeURIComponent(id)}&amp;view=${encodeURIComponent(view)}"${id === selected ? ' aria-current="true"' : ''}>
      <strong>${escape(subject || '(no subject)')}</strong>
      <span>${escape(to.join(', '))}</span>
      <time datetime="${escape(receivedAt)}">${escape(receivedAt.slice(0, 16).replace('T', ' '))} UTC</time>
    </a></li>`
    )
    .join('')}</ol>`;
};

const renderMail = ({ mail, view }) => `
  <h2>${escape(mail.subject || '(no subject)')}</h2>
  <dl>
    <dt>From</dt><dd>${escape(mail.from)}</dd>
    <dt>To</dt><dd>${escape(mail.to.join(', '))}</dd>
    <dt>Received</dt><dd>${escape(mail.receivedAt)}</dd>
    ${mail.attachments.length > 0 ? `<dt>Attached</dt><dd>${mail.attachments.map((part) => renderAttachment(mail.id, part)).join(' · ')}</dd>` : ''}
  </dl>
  <div class="views">${VIEWS.map(
    ([name, label]) =>
      `<a href="/?id=${encodeURIComponent(mail.id)}&amp;view=${name}"${name === view ? ' aria-current="page"' : ''}>${label}</a>`
  ).join('')}</div>
  ${renderBody({ mail, view })}`;

const renderAttachment = (id, { index, filename, contentType, size }) =>
  `<a href="/api/messages/${encodeURIComponent(id)}/attachments/${index}">${escape(filename)}</a> (${escape(contentType)}, ${size} bytes)`;

const renderBody = ({ mail, view }) => {
  const address = `/api/messages/${encodeURIComponent(mail.id)}`;
  switch (view) {
    case 'text':
      return `<pre>${escape(mail.text ?? '(no text part)')}</pre>`;
    case 'headers':
      return `<pre>${escape(mail.headers.join('\n'))}</pre>`;
    case 'raw':
      return `<iframe title="Source of the mail" sandbox src="${address}/raw"></iframe>`;
    default:
      return mail.html
        ? `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${address}/html"></iframe>`
        : `<pre>${escape(mail.text ?? '')}</pre>`;
  }
};

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);

const STYLE = `
  :root { color-scheme: light dark; --line: #d5d9e2; --soft: #f4f6fa; --ink: #1b2333; --muted: #5a6478; --accent: #2a4bd7; --paper: #fff; }
  @media (prefers-color-scheme: dark) { :root { --line: #333c4e; --soft: #1b2130; --ink: #e8ecf5; --muted: #a3adc2; --accent: #9db1ff; --paper: #12161f; } }
  * { box-sizing: border-box; }
  body { margin: 0; height: 100vh; display: flex; flex-direction: column; font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
  header { display: flex; align-items: baseline; gap: 1rem; padding: .75rem 1.25rem; border-bottom: 1px solid var(--line); }
  h1 { font-size: 1.1rem; margin: 0; } header p { margin: 0; color: var(--muted); flex: 1; }
  button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .25rem .75rem; cursor: pointer; }
  button:disabled { opacity: .5; cursor: default; }
  main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(16rem, 24rem) 1fr; }
  nav { overflow: auto; border-right: 1px solid var(--line); }
  ol { list-style: none; margin: 0; padding: 0; }
  nav a { display: grid; gap: .1rem; padding: .7rem 1.25rem; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; }
  nav a:hover, nav a[aria-current] { background: var(--soft); }
  nav a[aria-current] { box-shadow: inset 3px 0 var(--accent); }
  nav span, time, dt { color: var(--muted); font-size: .87rem; overflow: hidden; text-overflow: ellipsis; }
  article { display: flex; flex-direction: column; min-width: 0; padding: 1rem 1.25rem; overflow: auto; }
  h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; margin: 0 0 .75rem; } dd { margin: 0; }
  a { color: var(--accent); }
  .views { display: flex; gap: .25rem; border-bottom: 1px solid var(--line); }
  .views a { padding: .35rem .8rem; text-decoration: none; border-radius: 6px 6px 0 0; }
  .views a[aria-current] { background: var(--soft); font-weight: 600; }
  iframe { flex: 1; min-height: 24rem; border: 0; background: #fff; }
  pre { flex: 1; margin: 0; padding: 1rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
  .empty { padding: 1.25rem; color: var(--muted); }
  @media (max-width: 46rem) { main { grid-template-columns: 1fr; grid-template-rows: 35% 1fr; } nav { border-right: 0; border-bottom: 1px solid var(--line); } }
`;

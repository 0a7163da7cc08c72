/**
 * The text that the demo ends its start with: addresses, the login, and lines to paste into a terminal. The example
 * takes a free session that is open now.
 */
export const whereToLook = async ({
  serverUrl,
  publicUrl,
  mailboxUrl,
  smtpHost,
  email,
  password,
}) => {
  const api = `${publicUrl}/api/webinars`;
  const slug = await openSession(`${serverUrl}/api/webinars`);

  return `
Webinars is running.

  Admin      ${publicUrl}/admin
             ${email}   ${password}
  Mailbox    ${mailboxUrl ?? `none: mails go out through ${smtpHost}`}
  API        ${api}/sessions

What is on:

  curl '${api}/sessions?pageSize=3&timezone=Europe/Berlin'

Register someone, then look at the registration:

  TOKEN=$(curl -s '${api}/sessions/${slug}/registrations' \\
    -H 'Content-Type: application/json' \\
    -d '{"firstName":"Ada","lastName":"Muster","email":"ada@example.org","company":"Example Ltd","termsAccepted":true,"privacyConsent":true}' \\
    | node -p 'JSON.parse(fs.readFileSync(0)).data.token')
  curl "${api}/registrations/$TOKEN"
  echo "${api}/r/$TOKEN"

The last line prints the attendee's own page; the mail with the same link${mailboxUrl ? ' is in the mailbox' : ' is on its way'}.
Ctrl-C stops everything.
`;
};

const openSession = async (api) => {
  const response = await fetch(`${api}/sessions?timeframe=all-upcoming&price=free&pageSize=100`);
  const { data } = await response.json();
  return data.find(({ registrationState }) => registrationState === 'open')?.slug ?? 'SESSION';
};

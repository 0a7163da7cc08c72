import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import './viewer.css';

/** Shows the OpenAPI document of the server that this page comes from, and asks that very server. */
const show = async (page: Element) => {
  const address = new URL('openapi.json', location.href);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  const spec: object = await answer.json();
  SwaggerUI({
    domNode: page,
    // By whatever name the visitor knows it: the page may ask no other.
    spec: { ...spec, servers: [{ url: new URL('.', address).href.replace(/\/$/, '') }] },
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    tryItOutEnabled: true,
    validatorUrl: null,
  });
};

const page = document.getElementById('api');
if (page === null) throw new Error('there is no place for the document');
show(page).catch((error: unknown) => {
  page.textContent = `The document could not be shown. ${String(error)}`;
});

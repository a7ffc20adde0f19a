import type { Request, Response } from 'express';
import { languageOfPath, pathIn } from '../language.ts';
import { shellMessages } from '../messages/shell.ts';

/** Answers with the house's own page; what could not be done is said by its status alone. */
export type Refuse = (request: Request, response: Response, status: number) => void;

/** Refusals for where no page of React's can answer: nothing of what was asked, nor of the machine, is written in them. */
export const refuseWith = (styles: readonly string[]): Refuse => (request, response, status) => {
  response.status(status).set('cache-control', 'no-store').type('html').send(refusalPage(request.originalUrl, status, String(response.locals['requestId']), styles));
};

function refusalPage(address: string, status: number, requestId: string, styles: readonly string[]): string {
  const language = languageOfPath(address.split(/[?#]/, 1)[0]!);
  const words = shellMessages[language];
  const { broken, notFound, refused } = words.errors;
  const title = status >= 500 ? broken.title : status === 404 ? notFound.title : refused.title;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<title>${title} – Ancrage</title>
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
</head>
<body>
<main id="contenu">
<div class="page page-text">
<div class="page-head"><h1>${title}</h1><div class="lead"><p>${status >= 500 ? broken.text : refused.text}</p></div></div>
<p>${broken.number} <code>${requestId}</code></p>
<ul class="link-list"><li><a href="${pathIn(language, '/')}">${words.home}</a></li><li><a href="${pathIn(language, '/plan-du-site')}">${words.footer.siteMap}</a></li></ul>
</div>
</main>
</body>
</html>
`;
}

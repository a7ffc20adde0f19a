import { data, type LoaderFunctionArgs } from 'react-router';
import { communeSheet } from '../figures/sheet.ts';
import { sheetPdf } from '../figures/sheet.pdf.ts';
import { territorySheet } from '../figures/territory-sheet.ts';
import { languageOf } from '../language.ts';
import { observatoryMessages } from '../messages/observatory.ts';
import { sheetMessages } from '../messages/sheets.ts';
import { appContext } from '../request.ts';

/** A commune's sheet, or the territory's, on two pages of paper at most. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const app = context.get(appContext);
  const language = languageOf(request);
  const code = params['code'];
  const words = observatoryMessages[language].sheet;
  if (code === undefined) {
    const { name, communes, figures } = await territorySheet(app);
    const { bytes } = sheetPdf({ title: name, lead: sheetMessages[language].lead(communes.length), facts: [], locator: null, figures, withTerritory: null }, app.clock.today(), language);
    return file(bytes, `fiche-${app.territory.code}`);
  }
  const sheet = await communeSheet(app, code, language);
  if (!sheet) throw data(null, { status: 404 });
  const { bytes } = sheetPdf({
    title: sheet.name, lead: words.inTerritory(app.territory.nameWithOf), facts: sheet.facts, figures: sheet.figures, withTerritory: app.territory.name,
    locator: sheet.locator === null ? null : { svg: sheet.locator, alt: words.locator(sheet.name, app.territory.name) },
  }, app.clock.today(), language);
  return file(bytes, `fiche-${code}`);
}

const file = (bytes: Buffer, name: string): Response =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${name}.pdf"` } });

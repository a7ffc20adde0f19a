import ExcelJS from 'exceljs';
import JSZip from 'jszip';

/** A zip archive of these files. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A CSV text as a sheet: numbers become numbers; `preface` stands above, after a sheet of notes. */
export async function workbookOf(csv: string, separator: string, preface: readonly string[] = []): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Lisez-moi').addRow(['Source : un producteur']);
  const sheet = workbook.addWorksheet('Données');
  for (const line of preface) sheet.addRow([line]);
  const rows = csv.replace(/^\uFEFF/, '').split('\n').filter((line) => line !== '');
  for (const row of rows) sheet.addRow(row.split(separator).map((cell) => (/^-?(0|[1-9]\d*)([.,]\d+)?$/.test(cell) && cell.length < 5 ? Number(cell.replace(',', '.')) : cell)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

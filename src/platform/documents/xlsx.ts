import ExcelJS from 'exceljs';
import type { PlainDate } from '../clock.ts';
import { settleArchive } from './archive.ts';
import { xmlText } from './svg/element.ts';

/** A number with its format, a day, a text, or nothing. There is no formula: a text that begins with "=" stays a text. */
export type SheetCell = string | null | { number: number; format: string } | { day: PlainDate };

export interface SheetColumn {
  header: string;
  width: number;
  /** Long texts wrap. */
  wrap?: boolean;
}

export interface Sheet {
  name: string;
  /** Lines above the table: title, date, perimeter, content id. */
  preface: readonly string[];
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
}

export interface Workbook {
  title: string;
  author: string;
  date: PlainDate;
  /** `#rrggbb`, the territory's. */
  headColour: string;
  sheets: readonly Sheet[];
}

/** Number formats: Excel writes them with the reader's own separators, French ones on a French computer. */
export const numberFormat = (digits: number, unit: 'fraction' | 'euros' | 'plain'): string => {
  const decimals = digits > 0 ? `.${'0'.repeat(digits)}` : '';
  if (unit === 'fraction') return `0${decimals}\u00a0%`;
  return unit === 'euros' ? `#,##0${decimals}\u00a0"€"` : `#,##0${decimals}`;
};

/** A workbook of plain tables: typed cells, a frozen head that filters, and the same bytes for the same content. */
export async function renderWorkbook(workbook: Workbook): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = xmlText(workbook.author);
  book.title = xmlText(workbook.title);
  book.created = new Date(`${workbook.date}T00:00:00Z`);
  book.modified = book.created;
  for (const sheet of workbook.sheets) addSheet(book, sheet, workbook.headColour);
  return settleArchive(new Uint8Array(await book.xlsx.writeBuffer()), workbook.date);
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet, colour: string): void {
  const head = sheet.preface.length + 2;
  const made = book.addWorksheet(sheetName(sheet.name), { views: [{ state: 'frozen', xSplit: 1, ySplit: head, showGridLines: false }] });
  sheet.preface.forEach((line, at) => {
    const cell = made.getCell(at + 1, 1);
    cell.value = xmlText(line);
    cell.font = at === 0 ? { name: 'Calibri', size: 14, bold: true, color: { argb: argb(colour) } } : { name: 'Calibri', size: 11 };
  });
  sheet.columns.forEach((column, at) => {
    made.getColumn(at + 1).width = column.width;
    const cell = made.getCell(head, at + 1);
    cell.value = xmlText(column.header);
    cell.font = { name: 'Calibri', bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(colour) } };
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  sheet.rows.forEach((row, at) => row.forEach((value, column) => writeCell(made.getCell(head + 1 + at, column + 1), value, sheet.columns[column]?.wrap ?? false)));
  made.autoFilter = { from: { row: head, column: 1 }, to: { row: head + sheet.rows.length, column: sheet.columns.length } };
  made.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${head}:${head}` };
  made.headerFooter.oddFooter = '&L&A&R&P / &N';
}

function writeCell(cell: ExcelJS.Cell, value: SheetCell, wrap: boolean): void {
  cell.alignment = { vertical: 'top', wrapText: wrap };
  cell.border = { bottom: { style: 'hair', color: { argb: 'FFC9C4B8' } } };
  if (value === null) return;
  if (typeof value === 'string') {
    cell.value = xmlText(value);
    // Kept as text also when someone edits the cell.
    cell.numFmt = '@';
    return;
  }
  if ('day' in value) {
    cell.value = new Date(`${value.day}T00:00:00Z`);
    cell.numFmt = 'dd/mm/yyyy';
    cell.alignment = { vertical: 'top', horizontal: 'left' };
    return;
  }
  cell.value = value.number;
  cell.numFmt = value.format;
}

/** Excel refuses some characters in a sheet's name, and more than 31 of them. */
const sheetName = (name: string): string => xmlText(name).replaceAll(/[*?:\\/[\]]/g, ' ').slice(0, 31);

const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`;

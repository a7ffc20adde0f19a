export type { NoteFigures } from './analysis.figures.ts';
export { figureKey, parseMarkup, pictureKey, type Block, type Inline } from './analysis.markup.ts';
export { notePdf } from './analysis.pdf.ts';
export type { Analysis, AnalysisLine, AnalysisState } from './analysis.schema.ts';
export { draftAnalysis, editAnalysis, listAnalyses, listPublications, openAnalysis, publishAnalysis, readNoteFigures, readPublication, submitAnalysis, withdrawAnalysis } from './analysis.service.ts';
export { dcatCatalogue } from './dcat.rules.ts';
export { columns, dictionaryCsv, openCsv } from './open-data.rules.ts';
export { readOpenData } from './open-data.service.ts';
export { parquetOf } from './parquet.writer.ts';

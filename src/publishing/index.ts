export { dcatCatalogue, type Publisher } from './dcat.rules.ts';
export { columns, dictionaryCsv, openCsv } from './open-data.rules.ts';
export { readOpenData, type PublishedDataset } from './open-data.service.ts';
export { parquetOf } from './parquet.writer.ts';

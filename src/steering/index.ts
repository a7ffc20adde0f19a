export type { Convention, ConventionAction, ConventionTarget, StatedFigure } from './convention.schema.ts';
export { packTarget as targetAgainst } from './pack.target.rules.ts';
export { daysLate, isOpen, lateActions } from './convention.rules.ts';
export type { PackContent, PackFigure } from './pack.content.ts';
export { packPictures, type PackGeometry, type PackPictures } from './pack.pictures.ts';
export { makePack, packFormats, readPack, readPackGeometry, type Pack, type PackFormat } from './pack.service.ts';
export { readConvention, type ConventionFailure } from './convention.service.ts';

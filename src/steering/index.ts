export type { Convention, ConventionAction, ConventionTarget, StatedFigure } from './convention.schema.ts';
export { packTarget as targetAgainst } from './pack.target.rules.ts';
export { daysLate, isOpen, lateActions, ownerText } from './convention.rules.ts';
export type { PackContent, PackFigure, PackMap } from './pack.content.ts';
export { packIndicators } from './pack.rules.ts';
export { packPictures, type PackGeometry, type PackPictures } from './pack.pictures.ts';
export { packFormats, type PackFormat } from './pack.layout.ts';
export { makePack, readPack, readPackGeometry, type Pack } from './pack.service.ts';
export { readConvention, type ConventionFailure } from './convention.service.ts';

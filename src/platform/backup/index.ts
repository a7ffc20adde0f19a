export { backup, type BackupDone, type BackupFailure } from './backup.service.ts';
export { backupBeforeUpgrade, type UpgradeFailure } from './before-upgrade.ts';
export { restore, type RestoreDone, type RestoreFailure } from './restore.service.ts';

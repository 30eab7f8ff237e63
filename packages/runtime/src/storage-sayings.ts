import { sayer } from '@dropwise/core';

/** Why a folder takes no files. What is filled in is the same in every language: paths, numbers, the system's own words. */
export const storageSayings = {
  'storage-read-only':
    '{path} must be writable, but its file system is mounted read-only. Mount it read-write, or choose another folder with --data-dir.',
  'storage-full': '{path} must take files, but the disk or the quota is full. Free some space.',
  'storage-file-in-way':
    '{path} must be a folder, but a file stands in its way at {file}. Move the file, or choose another folder with --data-dir.',
  'storage-failing':
    '{path} must be a folder that takes files, but the system answered: {detail}. Mend that, or choose another folder with --data-dir.',
  'storage-refused':
    '{path} must be writable, but the system refused. Give this account the right to write there, or choose another folder with --data-dir.',
  'storage-own-mode':
    '{path} must be writable, but the system refused: {folder} belongs to {owner} (mode {mode}), and Dropwise runs as {account}. Give the owner the right to write.',
  'storage-not-made':
    '{path} cannot be made: {folder} belongs to {owner} (mode {mode}), and Dropwise runs as {account}. Make the folder for it, or choose another with --data-dir.',
  'storage-other-owner':
    '{path} must be writable, but the system refused: {folder} belongs to {owner} (mode {mode}), and Dropwise runs as {account}. Hand the folder over.',
} as const;

export type StorageSayingCode = keyof typeof storageSayings;

export const sayOfStorage = sayer(storageSayings);

export { mergeFiles } from './merge-files.ts';
export { mergeParts, type NamedPart } from './merge-parts.ts';
export { mergeSamples, type PartSample } from './merge-samples.ts';
export { createPartFile, type PartFile, parsePartFile, partFile } from './part-file.ts';
export { runMerge } from './run-merge.ts';

import * as v from 'valibot';
import { lineLevels, storedLine } from '../views/log-line.ts';
import { childIdParameter } from './child-parameter.ts';
import { choicesParameter, listParameter } from './list-parameter.ts';
import { pageOf, pageParameters, rangeParameters, textParameter } from './page.ts';
import { wholeNumberParameter } from './whole-number-parameter.ts';

const lineFilters = {
  child: v.exactOptional(childIdParameter),
  level: v.exactOptional(choicesParameter(lineLevels)),
  source: v.exactOptional(listParameter()),
  text: v.exactOptional(textParameter),
};

export const logsQuery = v.strictObject({ ...pageParameters, ...lineFilters });
export const logsAnswer = pageOf(storedLine);

export const maxDownloadLines = 200_000;

/** The newest `limit` lines that fit, oldest first. */
export const logsDownloadQuery = v.strictObject({
  ...rangeParameters,
  ...lineFilters,
  format: v.optional(v.picklist(['text', 'ndjson']), 'text'),
  limit: v.optional(wholeNumberParameter(1, maxDownloadLines), 50_000),
});

export const consoleQuery = v.strictObject({
  child: v.exactOptional(childIdParameter),
  limit: v.optional(wholeNumberParameter(1, 1_000), 200),
});

/** The newest lines, oldest first. */
export const consoleAnswer = v.object({ lines: v.array(storedLine) });

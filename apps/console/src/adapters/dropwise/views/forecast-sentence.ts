import { type Forecast, whyNotReasons, wordsFor } from '@dropwise/core';
import { assertNever, formatDuration } from '@dropwise/kit';

const minuteMs = 60_000;

/**
 * What becomes of a drop, in a sentence without instants: whoever shows it knows `finishesAt` and the reader's time zone.
 * `gameName` fills in what a reason leaves open; `forNames` are what a given-up drop's time goes to.
 */
export function forecastSentence(forecast: Forecast, gameName: string, forNames: readonly string[]): string {
  switch (forecast.kind) {
    case 'onTrack':
      return `On track, with ${spare(forecast.slackMinutes)}.`;
    case 'atRisk': {
      const likely = `${Math.round(forecast.chance * 100)} % likely`;
      return forecast.finishesAt === null
        ? `At risk: it waits for somebody to stream it, ${likely}.`
        : `At risk, with ${spare(forecast.slackMinutes)}: ${likely}.`;
    }
    case 'later':
      return `Finished after the time that is planned: ${formatDuration(forecast.neededMinutes * minuteMs)} are left then.`;
    case 'givenUp':
      return `There is not time for everything. Its time goes to ${wordsFor(forNames)}.`;
    case 'impossible': {
      const missing = forecast.missingMinutes;
      const value = missing > 0 ? formatDuration(missing * minuteMs) : gameName;
      return whyNotReasons[forecast.why].replaceAll('{value}', value);
    }
    default:
      return assertNever(forecast);
  }
}

function spare(slackMinutes: number): string {
  return slackMinutes < 1 ? 'no time to spare' : `${formatDuration(slackMinutes * minuteMs)} to spare`;
}

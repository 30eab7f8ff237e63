import { failureOfGql } from '../../translate/failures.ts';
import type { Check, DoctorContext } from '../check.ts';
import { brokenBy, type Finding, note, notedBy, ok } from '../finding.ts';
import { findingOfFailure } from '../finding-of-failure.ts';

/** Whether Twitch shows this client its list of campaigns, and how many there are. Protocol 0.2, 3.6. */
export const catalogueCheck: Check = {
  group: 'Twitch',
  name: 'campaigns',
  async run(context, signal) {
    const outcome = await context.restored();
    if (outcome.kind !== 'signedIn') return [ok('Not asked for: that takes an account that is signed in.')];
    const result = await context.twitch.campaigns(signal);
    if (!result.ok) return [findingOfFailure(failureOfGql(result.failure))];
    if (result.value.catalogue === 'null') return [findNull(context)];
    const { campaigns, rejected } = result.value;
    const listed = ok(`Twitch lists ${campaigns.length} campaigns.`);
    if (rejected.length === 0) return [listed];
    const [first] = rejected;
    return [listed, note(`${rejected.length} of them cannot be read: ${first?.problem}. The others are mined.`)];
  },
};

function findNull({ settings: { discovery } }: DoctorContext): Finding {
  const hasOther = discovery.catalogue && discovery.catalogueUrl !== '';
  return hasOther ? notedBy('catalogue-null', {}) : brokenBy('catalogue-null', {});
}

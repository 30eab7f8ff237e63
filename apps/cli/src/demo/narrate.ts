import { type Fact, numberOf, textOf, textsOf } from './fact.ts';

/** Tells a fact in a line for a person, or null where the story goes on without it. */
export type Narrator = (fact: Fact) => string | null;

/** Its progress is told when a drop begins, at its half and at its end: a line a minute would drown the rest. */
const toldParts = 2;
/** A demo sees a handful of drops; more are told without memory. */
const maxDropsRemembered = 1_000;

export function createNarrator(): Narrator {
  const partByDrop = new Map<string, number>();
  let lastReason: string | null = null;

  const narrateMinute = (fact: Fact): string | null => {
    const minutes = numberOf(fact, 'minutes');
    const requiredMinutes = numberOf(fact, 'requiredMinutes');
    const drop = textOf(fact, 'dropName');
    if (minutes === null || requiredMinutes === null || drop === null || requiredMinutes <= 0) return null;
    // Drops of one campaign may share their name.
    const name = `${textOf(fact, 'campaignName') ?? ''}/${drop}/${requiredMinutes}`;
    const part = Math.floor((minutes / requiredMinutes) * toldParts);
    const last = partByDrop.get(name);
    if (last !== undefined && part <= last) return null;
    if (partByDrop.size < maxDropsRemembered) partByDrop.set(name, part);
    return `Twitch confirms ${minutes} of ${requiredMinutes} minutes for "${drop}".`;
  };

  const narrateReason = (fact: Fact): string | null => {
    // The line about the code says it better.
    if (textOf(fact, 'code') === 'login-needed') return null;
    const sentence = textOf(fact, 'sentence') ?? textOf(fact, 'code');
    if (sentence === null || sentence === lastReason) return null;
    lastReason = sentence;
    return sentence;
  };

  return (fact) => {
    switch (fact.kind) {
      case 'ready':
        return `The console is at ${textOf(fact, 'url') ?? 'an address of this machine'}. Open it to watch along.`;
      case 'deviceCodeIssued':
        return `The miner asks for a login. You would enter ${textOf(fact, 'userCode') ?? 'its code'} at ${textOf(fact, 'verificationUri') ?? 'the address it shows'}; the demo does it for you.`;
      case 'signedIn':
        return `Signed in${textOf(fact, 'login') === null ? '' : ` as ${textOf(fact, 'login')}`}.`;
      case 'campaignsDiscovered':
        return `Found ${numberOf(fact, 'count') ?? 'some'} campaigns.`;
      case 'channelChosen':
        return `Watching ${textOf(fact, 'login') ?? 'a channel'}${prefixed(' for ', textOf(fact, 'game'))}${prefixed(': ', sentenceOf(textOf(fact, 'why')))}`;
      case 'minuteConfirmed':
        return narrateMinute(fact);
      case 'dropClaimed':
        return `Claimed "${textOf(fact, 'dropName') ?? 'a drop'}"${prefixed(' of ', textOf(fact, 'gameName'))}${prefixed(': ', textsOf(fact, 'benefitNames').join(', '))}`;
      case 'reasonRaised':
        return narrateReason(fact);
      case 'summary':
        return narrateSummary(fact);
      default:
        return null;
    }
  };
}

function narrateSummary(fact: Fact): string {
  const claimed = numberOf(fact, 'claimed') ?? 0;
  const minutes = numberOf(fact, 'confirmedMinutes') ?? 0;
  const requests = numberOf(fact, 'requests');
  const seconds = numberOf(fact, 'wallSeconds');
  const after = seconds === null ? '' : ` in ${Math.round(seconds)} s`;
  const asked = requests === null ? '' : `, with ${requests} requests`;
  return `Done: ${claimed} ${claimed === 1 ? 'drop' : 'drops'} claimed and ${minutes} minutes confirmed${after}${asked}.`;
}

/** Null for a bare code word, which tells a person nothing. */
function sentenceOf(text: string | null): string | null {
  return text?.includes(' ') === true ? text : null;
}

function prefixed(prefix: string, text: string | null): string {
  return text === null || text === '' ? '' : `${prefix}${text}`;
}

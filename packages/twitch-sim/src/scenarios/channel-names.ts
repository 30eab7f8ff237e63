import { createRandom, hashText, type Random } from '@dropwise/kit';

const openers = words(
  'amber brisk calm cobalt copper dusky early fern gentle hazel indigo jolly keen linen lunar mellow misty nimble',
  'opal pine quiet rustic sandy silver tidal umber velvet windy',
);
const closers = words(
  'acorn badger beacon bison comet crane ember falcon fox gecko heron ibex kettle lark lynx magpie marten newt',
  'otter pebble quail raven sparrow teal thistle urchin walrus wren',
);

/** An invented name for a channel number, always the same one; the number in it keeps names apart. */
export function nameOfChannel(channelNumber: number): { readonly login: string; readonly displayName: string } {
  const random = createRandom(hashText(`channel ${channelNumber}`));
  const opener = pick(openers, random);
  const closer = pick(closers, random);
  return {
    login: `${opener}_${closer}_${channelNumber}`,
    displayName: `${capitalized(opener)}_${capitalized(closer)}_${channelNumber}`,
  };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' '));
}

function pick(from: readonly string[], random: Random): string {
  return from[Math.floor(random() * from.length)] ?? 'plain';
}

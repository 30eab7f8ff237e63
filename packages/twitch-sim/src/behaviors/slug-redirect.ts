import { slugOf } from '@dropwise/kit';
import { answerData, type Behavior, missingVariable, textVariable } from './behavior.ts';

/** A game's slug by its name; null for an unknown one. Protocol 3.11. */
export const slugRedirect: Behavior = {
  operation: 'DirectoryGameRedirect',
  otherHashes: [],
  needsAccount: false,
  answer: ({ world, variables }) => {
    const name = textVariable(variables, 'name');
    if (name === null) return missingVariable('name');
    const wanted = name.toLowerCase();
    const game = world.games.find((each) => each.name.toLowerCase() === wanted) ?? world.gameBySlug(slugOf(name));
    return answerData({ game: game === undefined ? null : { id: game.id, slug: game.slug, __typename: 'Game' } });
  },
};

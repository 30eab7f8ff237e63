import { answerData, type Behavior, missingVariable, objectVariable, textVariable } from './behavior.ts';

/** Dismisses a notification; nobody reads the answer, its inner names are a guess. Protocol 3.14. */
export const deleteNotification: Behavior = {
  operation: 'OnsiteNotifications_DeleteNotification',
  otherHashes: [],
  needsAccount: true,
  answer: ({ world, variables }) => {
    const id = textVariable(objectVariable(variables, 'input'), 'id');
    if (id === null) return missingVariable('input.id');
    world.dismissNotification(id);
    return answerData({ deleteNotification: { notification: { id } } });
  },
};

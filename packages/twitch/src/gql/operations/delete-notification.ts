import { succeed } from '@dropwise/kit';
import { defineOperation } from '../operation.ts';

/** The answer is not read: no record says what is in it. Protocol 3.14. */
export const deleteNotification = defineOperation<{ notificationId: string }, null>({
  name: 'OnsiteNotifications_DeleteNotification',
  variables: ({ notificationId }) => ({ input: { id: notificationId } }),
  read: () => succeed(null),
});

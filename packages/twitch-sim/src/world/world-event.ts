/** What happened in the world; the socket behaviours turn these into Twitch's messages. */
export type WorldEvent =
  | {
      readonly kind: 'dropProgressed';
      readonly dropId: string;
      readonly channelId: string;
      readonly minutes: number;
      readonly requiredMinutes: number;
    }
  | {
      readonly kind: 'dropBecameReady';
      readonly dropId: string;
      readonly channelId: string;
    }
  | { readonly kind: 'dropWasClaimed'; readonly dropId: string; readonly campaignId: string }
  | { readonly kind: 'rewardReminderCreated'; readonly notificationId: string; readonly dropId: string }
  | { readonly kind: 'streamWentUp'; readonly channelId: string }
  | { readonly kind: 'streamWentDown'; readonly channelId: string }
  | { readonly kind: 'viewersWereCounted'; readonly channelId: string; readonly viewers: number }
  | {
      readonly kind: 'broadcastSettingsChanged';
      readonly channelId: string;
      readonly login: string;
      readonly title: string;
      readonly oldGame: { readonly id: string; readonly name: string } | null;
      readonly game: { readonly id: string; readonly name: string } | null;
    };

export type WorldListener = (event: WorldEvent) => void;

/** Listeners in the order they came; one may leave while events are told. */
export class WorldEvents {
  readonly #listeners = new Set<WorldListener>();

  on(listener: WorldListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  tell(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

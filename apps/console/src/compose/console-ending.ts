/** Why a console ended: for good, or to begin again at once with what a backup holds. */
export type ConsoleEnding =
  | { readonly kind: 'stopped'; readonly exitCode: number }
  | { readonly kind: 'restart'; readonly file: string; readonly passphrase: string | null };

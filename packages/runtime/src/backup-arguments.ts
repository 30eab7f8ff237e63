/** What `dropwise backup` asks of the console app. */
export interface BackupArguments {
  readonly dataDir: string | undefined;
  /** Where it goes; null = the folder for backups in the data directory. */
  readonly out: string | null;
  /** A file with the passphrase under which credentials are in it; null = they are not. */
  readonly passphraseFile: string | null;
  readonly version: string;
}

/** What `dropwise restore` asks of the console app. */
export interface RestoreArguments {
  readonly dataDir: string | undefined;
  readonly file: string;
  readonly passphraseFile: string | null;
}

/** What `dropwise health` asks of the console app. */
export interface HealthArguments {
  readonly dataDir: string | undefined;
  readonly json: boolean;
}

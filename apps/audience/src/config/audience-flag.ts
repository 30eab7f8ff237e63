import type { AudienceConfiguration } from '@dropwise/contract/audience';
import type { ReadText } from './read-texts.ts';

/** A flag of `dropwise audience`: what the help text, the parsing and the layer above the configuration file are made of. */
export interface AudienceFlag {
  /** Without the dashes. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** Stands for the value in the help text; a flag without it takes no value. */
  readonly value?: string;
  /** May be given more than once. */
  readonly repeatable?: boolean;
  readonly doc: string;
}

/** A flag that stands above one key of the configuration file. */
export interface ConfigurationFlag<Key extends keyof AudienceConfiguration> extends AudienceFlag {
  readonly key: Key;
  readonly value: string;
  readonly read: ReadText<Exclude<AudienceConfiguration[Key], undefined>>;
}

/** Checks that what is read fits the key. */
export function defineFlag<const Key extends keyof AudienceConfiguration>(
  flag: ConfigurationFlag<Key>,
): ConfigurationFlag<Key> {
  return flag;
}

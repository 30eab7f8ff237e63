import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { booleanKind, textKind } from '../kinds.ts';

/** Where campaigns are looked for beside Twitch's own list. */
export interface DiscoveryGroup {
  readonly availableDrops: boolean;
  readonly catalogue: boolean;
  readonly catalogueUrl: string;
}

export const discoveryDefinitions: DefinitionsOf<DiscoveryGroup> = {
  availableDrops: defineSetting({
    key: 'discovery.availableDrops',
    doc: 'Ask live channels of wanted games which campaigns they take part in.',
    default: true,
    ...booleanKind,
  }),
  catalogue: defineSetting({
    key: 'discovery.catalogue',
    doc: 'Read a public catalogue of campaigns that others keep. It is not Twitch’s and knows nothing of your account.',
    default: false,
    ...booleanKind,
  }),
  catalogueUrl: defineSetting({
    key: 'discovery.catalogueUrl',
    doc: 'Address of that catalogue.',
    default: '',
    ...textKind(
      'an https URL (http on this machine only), or nothing',
      /^(?:|https:\/\/[^\s/?#@]+(?:[/?#]\S*)?|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:[/?#]\S*)?)$/i,
    ),
  }),
};

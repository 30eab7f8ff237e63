import { type DefinitionsOf, defineSetting } from '../define-setting.ts';
import { booleanKind, textKind } from '../kinds.ts';

/** The only thing that would ever ask anybody but Twitch. */
export interface UpdatesGroup {
  readonly check: boolean;
  readonly url: string;
}

export const updatesDefinitions: DefinitionsOf<UpdatesGroup> = {
  check: defineSetting({
    key: 'updates.check',
    doc: 'Look once a day whether there is a newer version. Off, nothing is ever asked.',
    default: false,
    ...booleanKind,
  }),
  url: defineSetting({
    key: 'updates.url',
    doc: 'Where to look: an address that answers with JSON that has `version` (or `tag_name`) and, if it likes, `url` (or `html_url`).',
    default: '',
    ...textKind(
      'an https URL (http on this machine only), or nothing',
      /^(?:|https:\/\/[^\s/?#@]+(?:[/?#]\S*)?|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(?:[/?#]\S*)?)$/i,
    ),
  }),
};

/** What can be said of a campaign before its drops are known. Every `Campaign` is one. */
export interface NamedCampaign {
  readonly id: string;
  readonly name: string;
  readonly game: { readonly name: string };
}

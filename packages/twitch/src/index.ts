export type { Catalogue } from './catalogue/catalogue.ts';
export type { CatalogueFailure } from './catalogue/fetch-catalogue.ts';
export { type ClientChoice, type ResolvedClient, resolveClient } from './client-profile.ts';
export type { Cookie } from './cookies/cookie.ts';
export { CookieJar, type TokenIssuer } from './cookies/cookie-jar.ts';
export { formatCookieJar, type JarProblem, parseCookieJar } from './cookies/jar-file.ts';
export * from './definitions/index.ts';
export type { DropsApi } from './drops-api.ts';
export { defaultRetryPolicy, type RetryPolicy } from './gql/gql-client.ts';
export type { GqlFailure, GqlFailureKind } from './gql/gql-failure.ts';
export type { AvailableDrops } from './gql/operations/available-drops.ts';
export type { CampaignDetails } from './gql/operations/campaign-details.ts';
export type { CampaignList } from './gql/operations/campaigns.ts';
export type { ClaimVerdict } from './gql/operations/claim-drop.ts';
export type { CurrentDrop } from './gql/operations/current-drop.ts';
export type { GameDirectory } from './gql/operations/game-directory.ts';
export type { Inventory, TwitchAward } from './gql/operations/inventory.ts';
export type { SlugRedirect } from './gql/operations/slug-redirect.ts';
export type { CampaignStatus, TwitchAllowedChannel, TwitchCampaign } from './gql/shapes/campaign.ts';
export type { TwitchChannel, TwitchStream } from './gql/shapes/channel.ts';
export type { TwitchBenefit, TwitchDrop, TwitchDropSelf } from './gql/shapes/drop.ts';
export type { TwitchGame } from './gql/shapes/game.ts';
export { type ProxySettings, parseProxy } from './http/proxy.ts';
export { createTcpHttpDoor, type TcpHttpDoor } from './http/tcp-http-door.ts';
export { createTcpSocketDoor, type TcpSocketDoor } from './http/tcp-socket-door.ts';
export type { FetchedImage, ImageFailure } from './images/fetch-image.ts';
export type {
  Account,
  LoginStanding,
  RestoreOutcome,
  RevokeOutcome,
  SignInOutcome,
  ValidateOutcome,
  WrongClient,
} from './login/account.ts';
export type { DeviceCodeIssued } from './login/device-code.ts';
export type { LoginFailure } from './login/id-calls.ts';
export type { Rejected } from './parsing/lenient-list.ts';
export type { ShapeProblem } from './parsing/shape-problem.ts';
export type { RequestCounts, RequestPurpose } from './request-counters.ts';
export type { Session } from './session.ts';
export type { SocketEvent, SocketStatus } from './socket/socket-event.ts';
export type { SocketPool, SocketView } from './socket/socket-pool.ts';
export type { TopicEvent } from './socket/topic-event.ts';
export type { Trace, TraceKind } from './trace.ts';
export { createTwitch, type Twitch, type TwitchEvent, type TwitchOptions } from './twitch.ts';
export type { DiscoveryFailure, WatchUrls } from './watch/discover-watch-urls.ts';
export type { WatchOutcome, WatchTarget, WatchTransport } from './watch/watch-transport.ts';

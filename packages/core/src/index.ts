export type { Channel, ChannelReport, Stream } from './channels/channel.ts';
export {
  bestCampaignOn,
  type ChannelChoice,
  type ChannelFetchPlan,
  type ChoiceContext,
  canWatch,
  chooseChannel,
  maxChannels,
  maxChecks,
  orderChannels,
  planChannelFetch,
  shouldSwitch,
  trimChannels,
} from './channels/choose-channel.ts';
export { noSightings, parseSightings, type Sighted, type Sightings } from './channels/sightings.ts';
export * from './drops/campaign.ts';
export { fitsChannel, isAllowListed } from './drops/channel-fit.ts';
export {
  availability,
  canEarnOn,
  dropsOpen,
  earningEndsAt,
  isActive,
  isCampaignOpen,
  isCampaignOpenWithin,
  isClaimable,
  isDropEligible,
  isDropOpen,
  isDropOpenWithin,
  isEligible,
  isFinished,
  isUpcoming,
  missingMinutes,
  remainingMinutes,
} from './drops/eligibility.ts';
export { type Exclusion, exclusionOf } from './drops/exclusion.ts';
export { namesOf, type PlanView, planViewOf, wordsFor } from './drops/given-up.ts';
export { type MergeFailure, mergeReports, sourcesByTrust } from './drops/merge-reports.ts';
export {
  type ConfirmedProgress,
  clearEstimates,
  confirmProgress,
  estimateMinute,
  isComplete,
  noProgress,
  type ProgressChange,
  shownMinutes,
} from './drops/progress.ts';
export type { CampaignReport, ClaimedBenefits, DropReport } from './drops/report.ts';
export { type GameRanker, gameRankers, rankCampaigns, rankGames, wantedHorizonMs } from './drops/wanted-games.ts';
export { type WhyNot, type WhyNotContext, whyNotCampaign, whyNotDrop } from './drops/why-not.ts';
export { type WhyNotCode, whyNotCodes, whyNotReasons } from './drops/why-not-reasons.ts';
export { type Reason, type ReasonLevel, reasonLevels } from './health/reason.ts';
export { type ReasonCode, reasonCodes } from './health/reason-codes.ts';
export { formatReason, type ReasonDetail, type ReasonText, reasons, worstLevel } from './health/reasons.ts';
export * from './mining/index.ts';
export * from './planning/index.ts';
export { inOtherWords, type Said, type Saying, type SayingValues, sayer, sentenceOf } from './sayings/saying.ts';
export * from './settings/index.ts';

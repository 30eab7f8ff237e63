/** Peers 2.3, “Shapes”, with its made-up names. */
export const sampleChannel = {
  id: 70_001,
  name: 'Sample_Channel',
  game: 'Sample Game' as string | null,
  game_id: 900_001 as number | null,
  game_icon: null,
  viewers: 1_234 as number | null,
  online: true,
  drops_enabled: true,
  acl_based: false,
  watching: false,
};

export const sampleDrop = {
  id: '7e000000-0000-4000-8000-00000000000a',
  name: 'Watch 60 minutes',
  current_minutes: 17,
  required_minutes: 60,
  progress: 0.2833,
  is_claimed: false,
  can_claim: false,
  benefits: [{ name: 'Blue Hat', type: 'DIRECT_ENTITLEMENT', image_url: 'https://static-cdn.jtvnw.net/sim/hat.png' }],
  starts_at: '2026-08-01T16:00:00+00:00',
  ends_at: '2026-08-20T16:59:59.998000+00:00',
};

export const sampleCampaign = {
  id: '5d0c7a34-0000-4000-8000-000000000001',
  name: 'Sample Launch Week',
  game_name: 'Sample Game',
  game_box_art_url: 'https://static-cdn.jtvnw.net/ttv-boxart/900001-285x380.jpg',
  campaign_url: 'https://www.twitch.tv/drops/campaigns?dropID=5d0c7a34-0000-4000-8000-000000000001',
  link_url: 'https://example.test/link',
  starts_at: '2026-08-01T16:00:00+00:00',
  ends_at: '2026-08-20T16:59:59.998000+00:00',
  linked: true,
  active: true,
  upcoming: false,
  expired: false,
  claimed_drops: 0,
  total_drops: 1,
  drops: [sampleDrop],
};

export const sampleProgress = {
  drop_id: sampleDrop.id,
  drop_name: sampleDrop.name,
  campaign_name: sampleCampaign.name,
  campaign_id: sampleCampaign.id,
  game_name: 'Sample Game',
  current_minutes: 17,
  required_minutes: 60,
  progress: 0.2833,
  remaining_seconds: 2_580,
};

export const sampleSettings: Record<string, unknown> = {
  connection_quality: 1,
  dark_mode: false,
  games_to_watch: ['Sample Game'],
  inventory_filters: { game_name_search: [], show_active: false, show_expired: false },
  inventory_list_view: false,
  language: 'English',
  minimum_refresh_interval_minutes: 30,
  mining_benefits: { BADGE: true, DIRECT_ENTITLEMENT: true, EMOTE: true, UNKNOWN: true },
  proxy: '',
};

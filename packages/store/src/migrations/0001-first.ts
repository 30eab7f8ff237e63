import type { Migration } from './migration.ts';

export const firstMigration: Migration = {
  version: 1,
  name: 'first',
  sql: `
    create table subjects (
      id integer primary key,
      child_id text not null,
      kind text not null,
      names text not null,
      unique (child_id, kind, names)
    ) strict;

    create table facts (
      seq integer primary key autoincrement,
      at integer not null,
      child_id text not null,
      key text,
      subject_id integer not null references subjects (id),
      json text not null
    ) strict;
    create unique index facts_by_key on facts (child_id, key) where key is not null;
    create index facts_by_subject on facts (subject_id);

    create table claims (
      seq integer primary key,
      at integer not null,
      child_id text not null,
      identity text not null,
      drop_id text,
      drop_name text not null,
      campaign_id text,
      campaign_name text,
      game_name text,
      benefit_names text not null,
      names text not null,
      unique (child_id, identity)
    ) strict;

    create table minutes (
      day text not null,
      child_id text not null,
      game_name text not null,
      campaign_id text not null,
      campaign_name text not null,
      confirmed_minutes integer not null,
      estimated_minutes integer not null,
      primary key (day, child_id, game_name, campaign_id)
    ) strict, without rowid;

    create table drop_minutes (
      child_id text not null,
      drop_id text not null,
      minutes integer not null,
      primary key (child_id, drop_id)
    ) strict, without rowid;

    create table sightings (
      seq integer primary key,
      at integer not null,
      channel_id text,
      login text not null collate nocase,
      live integer not null check (live in (0, 1)),
      game text
    ) strict;
    create index sightings_by_login on sightings (login, at);
    create index sightings_by_time on sightings (at);

    create table moves (
      seq integer primary key,
      at integer not null,
      child_id text not null,
      event_type text not null,
      from_channel text,
      to_channel text,
      reason text,
      duration_seconds integer
    ) strict;
    create index moves_by_time on moves (at);

    create table watches (
      child_id text primary key,
      state text not null
    ) strict, without rowid;

    create table samples (
      child_id text not null,
      at integer not null,
      cpu_percent real not null,
      rss_bytes integer not null,
      primary key (child_id, at)
    ) strict, without rowid;

    create table line_origins (
      id integer primary key,
      child_id text not null,
      level text not null,
      source text not null,
      unique (child_id, level, source)
    ) strict;

    create table lines (
      seq integer primary key autoincrement,
      at integer not null,
      origin_id integer not null references line_origins (id),
      text text not null
    ) strict;
    create index lines_by_origin on lines (origin_id);

    create table hours (
      log text not null,
      hour integer not null,
      first_seq integer not null,
      last_seq integer not null,
      row_count integer not null,
      primary key (log, hour)
    ) strict, without rowid;

    create table audit (
      seq integer primary key autoincrement,
      at integer not null,
      who_kind text not null,
      who_name text not null,
      address text not null,
      action text not null,
      target text not null,
      before text not null,
      after text not null
    ) strict;
    create index audit_by_time on audit (at);
    create index audit_by_action on audit (action);

    create table settings_records (
      seq integer primary key autoincrement,
      at integer not null,
      by text not null,
      "values" text not null
    ) strict;
    create index settings_records_by_time on settings_records (at);

    create table deliveries (
      id integer primary key autoincrement,
      at integer not null,
      channel_id text not null,
      rule text not null,
      title text not null,
      text text not null,
      state text not null check (state in ('delivered', 'failed', 'waiting')),
      attempts integer not null,
      last_attempt_at integer,
      detail text not null
    ) strict;
    create index deliveries_by_time on deliveries (at);
    create index deliveries_by_channel on deliveries (channel_id);
  `,
};

import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { claimOf } from '../projections/claim-of.ts';
import { dropMinutesOf, minutesOf } from '../projections/minutes-of.ts';
import { isMoving, moveOf, type WatchState } from '../projections/move-of.ts';
import type { PlacedFact } from '../projections/placed-fact.ts';
import { sightingOf } from '../projections/sighting-of.ts';
import { query } from '../query-builder.ts';
import type { ClaimTable } from '../schema/claim.ts';
import type { DropMinutesTable } from '../schema/drop-minutes.ts';
import type { MinutesTable } from '../schema/minutes.ts';
import type { MoveTable } from '../schema/move.ts';
import type { SightingTable } from '../schema/sighting.ts';
import type { WatchTable } from '../schema/watch.ts';

/** Writes what follows from a fact, within the transaction that writes the fact. */
export function createProjector(connection: Connection, dayOf: (atMs: number) => string): (fact: PlacedFact) => void {
  const addClaim = claimInserter(connection);
  const addMinutes = minutesInserter(connection);
  const tellMinutes = createMinutesBook(connection);
  const addSighting = connection.inserter<SightingTable, 'sightings'>('sightings', [
    'seq',
    'at',
    'channel_id',
    'login',
    'live',
    'game',
  ]);
  const move = createMover(connection);
  return (placed) => {
    const claim = claimOf(placed, dayOf);
    if (claim !== null) addClaim(claim);
    const minutes = minutesOf(placed, dayOf, tellMinutes(placed));
    if (minutes !== null) addMinutes(minutes);
    const sighting = sightingOf(placed);
    if (sighting !== null) addSighting(sighting);
    move(placed);
  };
}

function claimInserter(connection: Connection): (row: ClaimTable) => void {
  return connection.inserter<ClaimTable, 'claims'>(
    'claims',
    [
      'seq',
      'at',
      'child_id',
      'identity',
      'drop_id',
      'drop_name',
      'campaign_id',
      'campaign_name',
      'game_name',
      'benefit_names',
      'names',
    ],
    (row) => row.onConflict((conflict) => conflict.columns(['child_id', 'identity']).doNothing()),
  );
}

function minutesInserter(connection: Connection): (row: MinutesTable) => void {
  return connection.inserter<MinutesTable, 'minutes'>(
    'minutes',
    ['day', 'child_id', 'game_name', 'campaign_id', 'campaign_name', 'confirmed_minutes', 'estimated_minutes'],
    (row) =>
      row.onConflict((conflict) =>
        conflict.columns(['day', 'child_id', 'game_name', 'campaign_id']).doUpdateSet({
          // The last name that was known.
          campaign_name: sql<string>`coalesce(nullif(excluded.campaign_name, ''), minutes.campaign_name)`,
          confirmed_minutes: (eb) => eb('minutes.confirmed_minutes', '+', eb.ref('excluded.confirmed_minutes')),
          estimated_minutes: (eb) => eb('minutes.estimated_minutes', '+', eb.ref('excluded.estimated_minutes')),
        }),
      ),
  );
}

/** Notes what a fact tells of its drop's minutes, and gives back the most that was told before; null = nothing was. */
function createMinutesBook(connection: Connection): (placed: PlacedFact) => number | null {
  const keep = connection.inserter<DropMinutesTable, 'drop_minutes'>(
    'drop_minutes',
    ['child_id', 'drop_id', 'minutes'],
    (row) =>
      row.onConflict((conflict) =>
        conflict
          .columns(['child_id', 'drop_id'])
          .doUpdateSet({ minutes: sql<number>`max(drop_minutes.minutes, excluded.minutes)` }),
      ),
  );
  const readTold = connection.repeat(
    query.selectFrom('drop_minutes').select('minutes').where('child_id', '=', '').where('drop_id', '=', ''),
  );
  return (placed) => {
    const row = dropMinutesOf(placed);
    if (row === null) return null;
    const told = readTold(row.child_id, row.drop_id)?.minutes ?? null;
    keep(row);
    return told;
  };
}

function createMover(connection: Connection): (placed: PlacedFact) => void {
  const addMove = connection.inserter<MoveTable, 'moves'>('moves', [
    'seq',
    'at',
    'child_id',
    'event_type',
    'from_channel',
    'to_channel',
    'reason',
    'duration_seconds',
  ]);
  const keepState = connection.inserter<WatchTable, 'watches'>('watches', ['child_id', 'state'], (row) =>
    row.onConflict((conflict) => conflict.column('child_id').doUpdateSet({ state: (eb) => eb.ref('excluded.state') })),
  );
  const readState = (childId: string): WatchState => {
    const found = connection.get(query.selectFrom('watches').select('state').where('child_id', '=', childId));
    return found === undefined ? { kind: 'nothing' } : (JSON.parse(found.state) as WatchState);
  };
  return (placed) => {
    if (!isMoving(placed.fact)) return;
    const moved = moveOf(readState(placed.childId), placed);
    if (moved === null) return;
    if (moved.replaces !== null) connection.run(query.deleteFrom('moves').where('seq', '=', moved.replaces));
    addMove(moved.move);
    keepState({ child_id: placed.childId, state: JSON.stringify(moved.state) });
  };
}

import type { InitializationSection, LiveSegment, Part } from '@dropwise/hls/live';
import { keyLimits, mediaResource, type Resource, segmentLimits } from './resource.ts';

/** Segments and parts are shared by all viewers that hold the same version of a playlist: so is what asks for them. */
const resources = new WeakMap<LiveSegment | Part, Resource>();

/** Null = its address is none that is http. */
export function segmentResource(unit: LiveSegment | Part, bandwidth: number | null): Resource | null {
  const known = resources.get(unit);
  if (known !== undefined) return known;
  const resource = mediaResource(unit.uri, unit.byteRange, segmentLimits(bandwidth, unit.durationSeconds));
  if (resource !== null) resources.set(unit, resource);
  return resource;
}

export function mapResource(map: InitializationSection): Resource | null {
  return mediaResource(map.uri, map.byteRange, segmentLimits(null, 0));
}

export function keyResource(uri: string): Resource | null {
  return mediaResource(uri, null, keyLimits);
}

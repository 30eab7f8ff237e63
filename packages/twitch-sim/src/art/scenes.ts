import { type Random, randomInt } from '@dropwise/kit';
import { type Colour, fromHsl, mix, smooth } from './colour.ts';
import type { Painter } from './picture.ts';

/** What box art shows: one of a few kinds of scene in colours of its own. A picture is four thirds as high as wide. */
export function createScene(random: Random): Painter {
  const scene = scenes[randomInt(random, 0, scenes.length - 1)] ?? ridges;
  return scene(random, createPalette(random));
}

interface Palette {
  readonly deep: Colour;
  readonly middle: Colour;
  readonly glow: Colour;
  readonly light: Colour;
}

type Scene = (random: Random, palette: Palette) => Painter;

const height = 4 / 3;

/** Hues in degrees that stand well together: of the ground, and of what shines on it. */
const pairs: readonly (readonly [ground: number, shine: number])[] = [
  [228, 24],
  [258, 328],
  [204, 38],
  [338, 28],
  [186, 214],
  [284, 196],
  [12, 42],
  [166, 52],
  [216, 174],
  [304, 344],
  [240, 282],
  [148, 88],
];

function createPalette(random: Random): Palette {
  const [ground, shine] = pairs[randomInt(random, 0, pairs.length - 1)] ?? [228, 24];
  const hue = (ground + random() * 16 - 8) / 360;
  const other = (shine + random() * 12 - 6) / 360;
  return {
    deep: fromHsl(hue, 0.45, 0.13),
    middle: fromHsl(hue, 0.46, 0.36),
    glow: fromHsl(other, 0.68, 0.6),
    light: fromHsl(other, 0.8, 0.87),
  };
}

/** A low sun behind hills, each nearer one darker. */
function ridges(random: Random, { deep, middle, glow, light }: Palette): Painter {
  const sun = { x: 0.25 + random() * 0.5, y: 0.4 + random() * 0.2, radius: 0.1 + random() * 0.09 };
  const hills = [0, 1, 2, 3].map((index) => ({
    base: 0.66 + index * 0.17,
    line: createLine(random, 0.1 - index * 0.01),
  }));
  return (x, y, pixel) => {
    const far = Math.hypot(x - sun.x, y - sun.y);
    let colour = mix(middle, glow, smooth(0, 0.8, y));
    colour = mix(colour, light, 0.55 * (1 - smooth(0, 0.55, far)));
    colour = mix(light, colour, smooth(sun.radius, sun.radius + pixel * 1.5, far));
    for (const [index, { base, line }] of hills.entries()) {
      const below = y - (base + line(x));
      const hill = mix(mix(middle, glow, 0.45 - index * 0.15), deep, 0.25 + index * 0.25);
      colour = mix(colour, mix(hill, deep, below * 0.9), smooth(0, pixel * 1.5, below));
    }
    return colour;
  };
}

/** A planet with its shadow, a ring, and stars. */
function planet(random: Random, { deep, middle, glow, light }: Palette): Painter {
  const at = { x: 0.3 + random() * 0.4, y: 0.5 + random() * 0.3, radius: 0.24 + random() * 0.1 };
  const tilt = random() * 1.2 - 0.6;
  const stars = Array.from({ length: 40 }, () => ({
    x: random(),
    y: random() * height,
    size: 0.002 + random() * 0.006,
  }));
  const bands = createLine(random, 0.5);
  return (x, y, pixel) => {
    const [dx, dy] = [x - at.x, y - at.y];
    const far = Math.hypot(dx, dy);
    let colour = mix(mix(deep, [0, 0, 0], 0.45), middle, 0.55 * (1 - smooth(0, 0.8, Math.abs(dx * 0.7 + dy))));
    for (const star of stars) {
      if (Math.abs(y - star.y) > 0.02) continue;
      const distance = Math.hypot(x - star.x, y - star.y);
      if (distance < star.size + pixel)
        colour = mix(light, colour, smooth(star.size * 0.4, star.size + pixel, distance));
    }
    const [along, across] = [dx * Math.cos(tilt) + dy * Math.sin(tilt), dy * Math.cos(tilt) - dx * Math.sin(tilt)];
    const ring = Math.hypot(along, across * 3.6) / at.radius;
    const ringShare = smooth(1.35, 1.4, ring) * (1 - smooth(1.85, 1.9, ring)) * (0.55 + 0.45 * Math.cos(ring * 40));
    if (across < 0) colour = mix(colour, light, ringShare);
    const body = mix(mix(glow, middle, smooth(-0.3, 0.4, bands(across * 1.6 + 0.5))), light, 0.25);
    const lit = mix(body, deep, smooth(-0.35, 0.95, (dx * 0.75 + dy * 0.65) / at.radius));
    colour = mix(lit, colour, smooth(at.radius, at.radius + pixel * 1.5, far));
    return across >= 0 ? mix(colour, light, ringShare) : colour;
  };
}

/** Houses at night with lit windows, the nearer ones darker. */
function city(random: Random, { deep, middle, glow, light }: Palette): Painter {
  const rows = [0, 1, 2].map((row) => {
    const count = 9 - row * 2;
    return { count, tops: Array.from({ length: count }, () => 0.42 + row * 0.2 + random() * 0.24), shift: random() };
  });
  const lit = Array.from({ length: 997 }, () => random() > 0.55);
  return (x, y) => {
    let colour = mix(mix(deep, middle, 0.5), glow, smooth(0.1, 1.1, y));
    for (const [row, { count, tops, shift }] of rows.entries()) {
      const place = (x + shift / count) * count;
      const house = Math.floor(place) % count;
      const inside = place - Math.floor(place);
      if (y < (tops[house] ?? 1) || inside < 0.06) continue;
      colour = mix(mix(middle, glow, 0.35), deep, 0.35 + row * 0.3);
      const [column, floor] = [Math.floor(inside * 7), Math.floor(y * 34)];
      const isWindow = column > 0 && column < 6 && (y * 34) % 1 > 0.4 && (inside * 7) % 1 > 0.35;
      if (isWindow && lit[(column + floor * 7 + house * 241 + row * 83) % lit.length] === true)
        colour = mix(colour, light, 0.85);
    }
    return mix(colour, deep, smooth(1.05, height, y) * 0.6);
  };
}

/** Rays from behind a cut stone. */
function stone(random: Random, { deep, middle, glow, light }: Palette): Painter {
  const count = randomInt(random, 9, 15);
  const turn = random();
  const sides = randomInt(random, 4, 7);
  return (x, y, pixel) => {
    const [dx, dy] = [x - 0.5, y - 0.62];
    const far = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx) / (2 * Math.PI) + turn;
    const ray = Math.abs(((((angle * count) % 1) + 1) % 1) - 0.5) * 2;
    const edge = (pixel * count) / (6 * far + pixel);
    let colour = mix(mix(deep, middle, 0.5), middle, smooth(0.5 - edge, 0.5 + edge, ray));
    colour = mix(colour, glow, 0.75 * (1 - smooth(0.05, 0.62, far)));
    const side = (angle + 1) * sides;
    const within = Math.abs((side % 1) - 0.5);
    const reach = far * Math.cos(within * ((2 * Math.PI) / sides));
    const facet = 0.2 + 0.75 * (((Math.floor(side) * 5) % sides) / sides);
    const table = smooth(0.14, 0.14 + pixel * 1.5, reach);
    const gem = mix(mix(light, glow, 0.2), mix(glow, deep, facet * 0.7), table);
    return mix(gem, colour, smooth(0.26, 0.26 + pixel * 1.5, reach));
  };
}

/** A sea in layers under a moon. */
function waves(random: Random, { deep, middle, glow, light }: Palette): Painter {
  const moon = { x: 0.2 + random() * 0.6, y: 0.28 + random() * 0.1, radius: 0.11 };
  const layers = [0, 1, 2, 3, 4].map((index) => ({
    base: 0.56 + index * 0.16,
    length: 1.5 + random() * 1.5,
    shift: random() * 6,
    rise: 0.025 + random() * 0.03,
  }));
  return (x, y, pixel) => {
    const far = Math.hypot(x - moon.x, y - moon.y);
    let colour = mix(deep, middle, smooth(0, 0.6, y));
    colour = mix(colour, light, 0.35 * (1 - smooth(0.05, 0.4, far)));
    colour = mix(light, colour, smooth(moon.radius, moon.radius + pixel * 1.5, far));
    for (const [index, { base, length, shift, rise }] of layers.entries()) {
      const below = y - base - rise * Math.sin((x * length + shift) * 2 * Math.PI * 0.8);
      const water = mix(mix(glow, middle, index * 0.22), deep, index * 0.16);
      const crest = mix(water, light, 0.6 * (1 - smooth(0, 0.02, below)));
      colour = mix(colour, mix(crest, deep, Math.max(0, below) * 0.7), smooth(0, pixel * 1.5, below));
    }
    return colour;
  };
}

const scenes: readonly Scene[] = [ridges, planet, city, stone, waves];

/** A line that goes up and down by `rise` at most, the same every time. */
function createLine(random: Random, rise: number): (x: number) => number {
  const parts = [1.3, 2.9, 6.1, 11.7].map((often, index) => ({
    often: often * (0.8 + random() * 0.4),
    shift: random() * 10,
    share: [0.5, 0.28, 0.14, 0.08][index] ?? 0,
  }));
  return (x) =>
    parts.reduce((sum, { often, shift, share }) => sum + share * Math.sin((x + shift) * often * 2.4), 0) * rise;
}

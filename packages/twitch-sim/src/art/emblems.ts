import { type Random, randomInt } from '@dropwise/kit';
import { fromHsl, mix, smooth } from './colour.ts';
import type { Painter } from './picture.ts';

/** Distance to the edge of a shape around the middle, below zero inside; both in halves of the picture. */
type Shape = (x: number, y: number) => number;

/** Hues in degrees: of the tile, and of what lies on it. */
const pairs: readonly (readonly [tile: number, metal: number])[] = [
  [225, 42],
  [262, 190],
  [200, 18],
  [340, 46],
  [170, 52],
  [285, 326],
  [215, 205],
  [30, 44],
  [152, 96],
  [240, 276],
];

/** What a reward is shown as: a shape on a tile, in colours of its own. The picture is square. */
export function createEmblem(random: Random): Painter {
  const shape = shapes[randomInt(random, 0, shapes.length - 1)] ?? disc;
  const [tile, metal] = pairs[randomInt(random, 0, pairs.length - 1)] ?? [225, 42];
  const [hue, other] = [(tile + random() * 16 - 8) / 360, (metal + random() * 10 - 5) / 360];
  const [edge, middle] = [fromHsl(hue, 0.4, 0.16), fromHsl(hue, 0.42, 0.4)];
  const [low, high] = [fromHsl(other, 0.66, 0.5), fromHsl(other + 0.02, 0.85, 0.84)];
  return (across, down, width) => {
    const [x, y, pixel] = [across * 2 - 1, down * 2 - 1, width * 2];
    const far = Math.hypot(x, y + 0.15);
    const inside = shape(x, y);
    let colour = mix(middle, edge, smooth(0.1, 1.25, far));
    colour = mix(colour, high, 0.35 * (1 - smooth(0.15, 0.95, Math.hypot(x, y))));
    colour = mix(colour, edge, 0.7 * (1 - smooth(0.035, 0.035 + pixel * 1.5, inside)));
    const body = mix(mix(high, low, smooth(-0.55, 0.5, y + x * 0.3)), high, 0.6 * smooth(-0.09, -0.05, inside));
    return mix(body, colour, smooth(-pixel, pixel * 0.5, inside));
  };
}

const disc: Shape = (x, y) => Math.abs(Math.hypot(x, y) - 0.42) - 0.14;

/** Straight edges around the middle, at `reach` from it. */
function polygon(sides: number, reach: number, turn: number): Shape {
  return (x, y) => {
    const step = (2 * Math.PI) / sides;
    const angle = Math.atan2(y, x) + turn;
    return Math.hypot(x, y) * Math.cos((((angle % step) + step) % step) - step / 2) - reach;
  };
}

function star(points: number): Shape {
  return (x, y) => {
    const step = (2 * Math.PI) / points;
    const angle = Math.atan2(x, -y);
    const within = Math.abs(((((angle + step / 2) % step) + step) % step) - step / 2);
    const [along, beside] = [Math.hypot(x, y) * Math.cos(within), Math.hypot(x, y) * Math.sin(within)];
    const [tip, notch] = [0.64, 0.3];
    const [nx, ny] = [notch * Math.cos(step / 2), notch * Math.sin(step / 2)];
    const [ex, ey] = [nx - tip, ny];
    return (-(along - tip) * ey + beside * ex) / -Math.hypot(ex, ey);
  };
}

const shield: Shape = (x, y) => {
  const side = Math.abs(x);
  const foot = Math.hypot(side + 0.42, y + 0.18) - 0.92;
  return Math.max(side - 0.48, -y - 0.5, y > -0.18 ? foot : -1);
};

const heart: Shape = (across, down) => {
  const [x, y] = [Math.abs(across), 0.42 - down];
  if (y + x > 1) return Math.hypot(x - 0.25, y - 0.75) - Math.SQRT2 / 4;
  const foot = Math.max(x + y, 0) / 2;
  const distance = Math.sqrt(Math.min(x * x + (y - 1) ** 2, (x - foot) ** 2 + (y - foot) ** 2));
  return distance * Math.sign(x - y);
};

const drop: Shape = (x, y) => {
  const round = Math.hypot(x, y - 0.16) - 0.4;
  const cone = (Math.abs(x) + (y + 0.62) * -0.56) / 1.15;
  return y > -0.06 ? round : Math.max(cone, y - 0.1);
};

const crown: Shape = (x, y) => {
  const teeth = Math.abs(((x * 1.55 + 10.5) % 1) - 0.5) * 0.75;
  return Math.max(Math.abs(x) - 0.56 - y * -0.12, y - 0.4, -y - 0.42 + teeth);
};

const shapes: readonly Shape[] = [
  disc,
  polygon(6, 0.5, 0),
  polygon(4, 0.42, 0),
  star(5),
  star(8),
  shield,
  heart,
  drop,
  crown,
];

/** Linear mixing happens in sRGB: these are pictures, not measurements. Each channel 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

const sectors = 12;

/** `hue` in turns: 0 is red, a third green, two thirds blue. */
export function fromHsl(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const at = (((offset + hue * sectors) % sectors) + sectors) % sectors;
    return lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

/** `share` 0 is `from`, 1 is `to`; what is beyond is cut off. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const held = Math.min(1, Math.max(0, share));
  return [from[0] + (to[0] - from[0]) * held, from[1] + (to[1] - from[1]) * held, from[2] + (to[2] - from[2]) * held];
}

/** 0 below `from`, 1 above `to`, and soft between. */
export function smooth(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

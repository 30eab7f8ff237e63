/** The curve of the audience, as a path that is closed at the ground; null = the stages cannot be drawn yet. */
export function stagePath(
  stages: readonly { readonly viewers: string; readonly seconds: string }[],
  width: number,
  height: number,
): string | null {
  const points = stages.map(({ viewers, seconds }) => ({ viewers: Number(viewers), seconds: Number(seconds) }));
  const whole = points.reduce((sum, { seconds }) => sum + seconds, 0);
  const most = Math.max(...points.map(({ viewers }) => viewers));
  if (!(whole > 0) || !(most > 0) || points.some(({ viewers, seconds }) => viewers < 0 || seconds < 0)) return null;
  let passed = 0;
  const corners = points.map(({ viewers, seconds }) => {
    passed += seconds;
    return `L${round((passed / whole) * width)} ${round(height - (viewers / most) * (height - 2))}`;
  });
  return `M0 ${height}${corners.join('')}L${width} ${height}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Does what a person does at the address the miner shows, through the simulator's control door. */
export async function approveDeviceCode(simUrl: string, userCode: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(new URL('/_sim/approve', simUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userCode }),
    signal,
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`The simulator did not approve the code ${userCode}: ${answer.status} ${body}`);
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRangermixConsole, readRangermixLog, readTdmLog, readTdmOutput } from './headers.ts';

const now = new Date(2026, 7, 3, 14, 2, 34).getTime();
const at = new Date(2026, 7, 3, 14, 2, 33).getTime();

describe('a line’s beginning', () => {
  it('is read in TDM’s output, whatever the locale makes of the time', () => {
    for (const time of ['14:02:33', '02:02:33 PM', '2:02:33 p.m.', '14.02.33', '오후 2:02:33', '下午02:02:33']) {
      assert.deepEqual(readTdmOutput(`${time}: Watching: bluehat`, now), {
        at: now,
        level: 'info',
        said: 'print',
        text: 'Watching: bluehat',
      });
    }
  });
  it('tells TDM’s records in the output from its prints', () => {
    const expected = { at: now, level: 'warning', said: 'record', text: 'Websocket[0] requested reconnect.' };
    assert.deepEqual(readTdmOutput('14:02:33: WARNING: Websocket[0] requested reconnect.', now), expected);
    assert.equal(readTdmOutput('14:02:33: NOTICE: a game of that name', now)?.said, 'print');
  });
  it('is read in log.txt', () => {
    const line = '2026-08-03 14:02:33.250:\t   CALL:\tDrop progress from GQL: Hat (Sample Game, 3/60)';
    const expected = { at: at + 250, level: 'detail', said: 'record', text: line.split('\t')[2] };
    assert.deepEqual(readTdmLog(line, now), expected);
  });
  it('is read in rangermix’ log, where prints come from console.py', () => {
    const stamp = `${new Date(at).toISOString().slice(0, 19)}+0000`;
    const record = `${stamp}:\t   INFO:\tclient.py:301:\tChecking login`;
    const print = `${stamp}:\t   INFO:\tconsole.py:42:\tWatching: Sample_Channel`;
    assert.deepEqual(readRangermixLog(record, now), { at, level: 'info', said: 'record', text: 'Checking login' });
    assert.equal(readRangermixLog(print, now)?.said, 'print');
    assert.equal(readRangermixLog(print, now)?.text, 'Watching: Sample_Channel');
  });
  it('is read in rangermix’ console', () => {
    const expected = { at, level: 'info', said: 'print', text: 'Exiting...' };
    assert.deepEqual(readRangermixConsole('[2026-08-03 14:02:33] | Exiting...', now), expected);
  });
  it('is not found in what has none', () => {
    for (const read of [readTdmOutput, readTdmLog, readRangermixLog, readRangermixConsole]) {
      for (const line of ['', '  File "main.py", line 3, in run', 'Watching: someone', '14:02: x', '2026-08-03']) {
        assert.equal(read(line, now), null);
      }
    }
  });
  it('is not believed in its time where that is hours away or makes no sense', () => {
    assert.equal(readTdmLog('2026-08-03 09:02:33.250:\t   INFO:\tChecking login', now)?.at, now);
    assert.equal(readTdmLog('2026-99-03 09:02:33.250:\t   INFO:\tChecking login', now)?.at, now);
    assert.equal(readTdmLog('2026-08-03 14:03:33.250:\t   INFO:\tChecking login', now)?.at, now);
  });
});

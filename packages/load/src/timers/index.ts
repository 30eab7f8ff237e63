export { maxPendingTimers, type TimerTarget, TimerWheel } from './timer-wheel.ts';

export { audience } from '../en/audience.ts';
